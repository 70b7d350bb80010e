"""What is paid, given back and owed, and the papers about it."""

from __future__ import annotations

MONEY = """
refund, money back, get my money, reimburse, reimbursement, repay, credited to me, 退款, 退钱, 返款,
  退回货款, 还钱, 把钱退
reached my account, not arrived in my account, on my statement, bank statement,
  showed up on my card, money has not arrived, waiting for my money, where is my money, 到账, 入账,
  打款, 收到钱, 对账单, 钱没到, 没到账, 钱还没到
card, credit card, debit card, visa, mastercard, 信用卡, 银行卡, 储蓄卡, 卡
wallet, paypal, alipay, wechat pay, 微信支付, 支付宝, 零钱, 花呗
pay, payment, paying, checkout, pay for, 付款, 支付, 付钱, 结账, 买单, 付不了
declined, refused payment, rejected, card not accepted, payment fails, 付款失败, 支付失败, 被拒,
  扣款失败, 付不了款
charged, debited, taken from my account, deducted, 扣款, 扣钱, 扣费, 被扣
charged twice, double charge, duplicate payment, paid twice, debited twice, two payments,
  重复扣款, 扣了两次, 多扣, 双重扣款, 付了两次
pending, authorisation, pre-authorisation, hold on my card, 预授权, 冻结, 处理中, 待入账
price, cost, how much, amount, 价格, 价钱, 多少钱, 金额
price difference, pay the difference, surcharge, extra charge, 差价, 补差价, 补差, 加钱
cheaper, price drop, price went down, reduced, price guarantee, price match, price protection,
  降价, 便宜了, 价保, 保价, 跌价
expensive, overpriced, too dear, pricey, 贵, 太贵
discount, reduction, percent off, rebate, 折扣, 打折, 优惠, 减价, 便宜
coupon, voucher, promo code, discount code, promotion code, code, 优惠券, 券, 红包, 抵用券,
  优惠码, 满减, 代金券
combine, stack, use together, 叠加, 一起用, 同时用
expired, run out, out of date, no longer valid, 过期, 失效, 到期
minimum, threshold, minimum spend, 门槛, 起点, 满额, 凑单
gift card, store credit, gift voucher, stored value, balance, 礼品卡, 购物卡, 储值卡, 余额
deposit, down payment, advance payment, prepayment, 定金, 订金, 预付, 预付款
balance due, final payment, remaining amount, 尾款, 余款
instalments, installments, pay monthly, pay later, buy now pay later, 分期, 分期付款, 月付
bank transfer, wire, remittance, transfer, 转账, 汇款, 对公
cash on delivery, pay on arrival, 货到付款
compensation, compensate, make up for, goodwill, apology money, 补偿, 赔偿, 赔, 赔付, 赔钱
penalty, late fee, damages, 违约金, 滞纳金, 罚款
credit terms, pay later terms, net 30, payment term, on account, 账期, 月结, 赊账, 先货后款
tip, gratuity, 小费
tax, vat, duty, duties, customs, tariff, import fee, 税, 关税, 清关, 海关, 税费
"""
"""What is paid, given back and owed."""

PAPERS = """
invoice, bill, tax invoice, receipt, 发票, 开票, 开发票, 票, 税票
receipt, proof of purchase, proof of payment, 收据, 小票, 购买凭证, 付款凭证
deductible, special vat invoice, input tax, 专票, 增值税专用发票, 抵扣
billing name, company name, legal name, name on the invoice, 抬头, 公司名, 公司名称, 单位名称
tax number, vat number, tax id, 税号, 纳税人识别号
accounting, accounts, finance, bookkeeping, bookkeeper, 财务, 会计, 报销, 入账
reissue, issue again, correct the invoice, red-letter, void, 重开, 冲红, 红字, 作废, 换开
pro-forma, pro forma, quotation, quote, estimate, offer, 形式发票, 报价, 报价单, 询价
purchase, procurement, purchasing, buyer department, 采购
contract, agreement, terms, clause, 合同, 协议, 条款
seal, stamp, stamped, 盖章, 公章
wholesale, bulk, large order, trade order, in quantity, 批发, 团购, 大批, 批量, 大货, 几十套
hotel, guesthouse, inn, bed and breakfast, homestay, rental flat, 酒店, 民宿, 宾馆, 客栈
cafe, restaurant, bar, 咖啡馆, 餐厅, 饭店
office, company, firm, business, corporate, 公司, 企业, 单位
manual, instructions, booklet, guide, user guide, handbook, 说明书, 使用手册, 教程, 图纸, 安装图
film, video, clip, 视频, 录像
test report, certificate, certification, inspection report, 检测报告, 质检报告, 证书, 认证
"""
"""Invoices and other papers."""
