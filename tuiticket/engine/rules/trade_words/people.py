"""Who has to do with a shop, and what is said of anything."""

from __future__ import annotations

PEOPLE = """
angry, furious, upset, shouting, yelling, rude customer, mad, irate, 生气, 愤怒, 发火, 吼, 骂人,
  骂, 火大, 情绪激动
complain, complaint, grievance, 投诉, 举报, 抱怨, 不满
calm, calm down, soothe, de-escalate, 安抚, 安慰, 冷静, 消气
threat, threaten, threatens, authority, ombudsman, consumer centre, consumer protection,
  watchdog, 威胁, 12315, 消协, 市场监管, 工商
chargeback, dispute, disputed with the bank, 拒付, 争议, 撤回付款
lawyer, solicitor, attorney, sue, court, legal action, 律师, 起诉, 打官司, 法院, 告
press, media, journalist, newspaper, expose, social media, 媒体, 曝光, 记者, 小红书, 抖音, 微博
police, report to the police, 报警, 警察
review, rating, stars, five stars, feedback, testimonial, 评价, 好评, 差评, 五星, 评论, 打分
approve, approval, sign off, allowed to decide, authorise, who may, 审批, 批准, 审核, 做主,
  谁批, 请示, 领导
lead, team lead, boss, supervisor, manager, 组长, 主管, 领导, 上级, 经理, 负责人
colleague, agent, staff, customer service, support, representative, 客服, 同事, 员工, 人工
promise, promised, broken promise, word, 承诺, 答应, 说好, 失约
apologise, apology, sorry, 道歉, 抱歉, 对不起
member, membership, loyal customer, regular customer, level, tier, points, vip, 会员, 等级,
  老客户, 积分, 老顾客
new customer, newcomer, first order, first-time buyer, 新客, 新用户, 新人, 首单
birthday, 生日
privacy, personal data, my data, data leak, leaked, 隐私, 个人信息, 信息泄露, 泄露
delete my account, close my account, erase, 注销, 删除账号, 注销账号
phishing, scam, fraud, suspicious, genuine message, is that you, real or fake, 诈骗, 骗子, 钓鱼,
  真的假的, 真假, 可疑
passport, identity card, identity papers, id card, 身份证, 护照, 证件
text message, text, sms, message, 短信, 信息, 消息
phone call, call, ring, rang, phone, 电话, 打电话, 来电, 通话
log in, login, sign in, password, cannot log in, 登录, 登陆, 密码, 账号
qr code, square code, scan the code, barcode, 二维码, 扫码, 扫, 条码
website, page, site, app, browser, white page, 网页, 页面, 网站, 转圈, 白屏, 加载不出来
photo, picture, image, snapshot, 照片, 图片, 拍照, 图, 拍
"""
"""Who is in it, and how they get on with one another."""

EVERYDAY = """
buy, bought, purchase, purchased, ordered, 买, 购买, 下单, 拍下, 拍了
money, cash, euro, euros, dollar, dollars, yuan, sum, 钱, 现金, 元, 块钱, 欧元, 美元
stolen, theft, thief, nicked, 偷, 被偷, 盗, 被人拿走
close, closed, shut, shut down, out of business, closed down, 关门, 停业, 倒闭, 关了
wait, waiting, waited, 等, 等待, 等不及
water, wet, 水, 湿, 弄湿
glue, glued, adhesive, stick on, tape, 胶, 胶水, 粘, 贴
bent, bends, warped, bowed, twisted, deformed, 变形, 弯, 翘, 歪
torn, tear, rip, ripped, hole in the fabric, 撕, 撕破, 破洞
snapped, broke off, came off, fell off, 断, 断了, 掉了, 掉下来
stuck, jammed, will not open, will not move, 卡, 打不开, 拉不动, 卡死
fall over, tip over, topple, falls down, 倒, 翻倒, 倾倒
sturdy, strong enough, robust, hold me, 结实, 牢, 牢固
leftover, left over, remaining, spare, extra, 剩, 剩下, 多余, 多出
bigger, larger, next size, size up, smaller, 大一号, 小一号, 大一点, 小一点, 大号
thick, thin, thickness, 厚, 薄, 厚度
hot, heat, heated, 热, 烫, 发烫
temperature, degrees, celsius, 温度, 度, 水温, 几度
burn, burnt, burned, scorched, 糊, 烧焦, 烫坏
eat, swallow, food, edible, 吃, 食物, 食品, 进嘴
cook, cooking, fry, kitchen, 做饭, 炒菜, 厨房, 煮
iron, ironing, wrinkled, creases, 熨, 皱
creased, folded, crumpled, fold, 折, 折痕, 揉皱
unreadable, illegible, smudged, scratched off, rubbed off, cannot read, 看不清, 刮坏, 模糊, 刮花
number, digits, digit, figure, serial number, 号码, 数字, 位数, 序列号
file, pdf, download, online, electronic, 下载, 文件, 电子版
mislaid, misplaced, lost it, cannot find, went missing, 弄丢, 找不到, 不见
email, mail, inbox, spam folder, newsletter, 邮件, 邮箱, 垃圾邮件
deadline, until when, time limit, how many days, 期限, 几天之内, 截止, 几天内
sale, promotion, black friday, special offer, campaign, 活动, 大促, 促销, 双十一, 特价
livestream, flash sale, 直播, 直播间, 秒杀, 抢购
holiday, holidays, christmas, new year, 春节, 过年, 节日, 国庆, 节前
abroad, europe, america, england, britain, germany, france, usa, australia, canada, japan, 海外,
  国外, 英国, 德国, 法国, 美国, 澳洲, 日本, 加拿大
elderly, parents, mother, mum, mom, father, dad, grandmother, 老人, 父母, 妈妈, 我妈, 爸爸,
  我爸, 奶奶
partner, wife, husband, spouse, couple, 老公, 老婆, 爱人, 两口子
pregnant, pregnancy, 孕妇, 怀孕
headache, dizzy, cough, eyes, nose, skin, itchy, rash, sting, stings, 头晕, 头痛, 头疼, 眼睛,
  咳嗽, 皮肤, 痒, 熏
sun, sunlight, daylight, 太阳, 阳光, 晒, 暴晒
dangerous, danger, hazard, safe, risk, 安全, 危险
insects, bugs, moths, vermin, 虫, 虫子, 蛀, 生虫
ceiling, high ceiling, 天花板, 层高, 房高
floor, ground, 地板, 地面, 地上
bathroom, shower, bath, 浴室, 洗澡, 卫生间
pencil mark, ring, circle, white mark, pale mark, 白印, 白圈, 水印, 圈
sand, sandpaper, grind, 砂纸, 打磨, 磨
second-hand, used look, looks used, not new, 旧货, 二手, 像旧的, 用过的
fewer, too few, one short, not complete, 不够, 不齐, 短少, 少了
reply, answer, respond, 回复, 答复, 回信, 回话
no answer, ignored, nobody replies, no reply, 没人理, 不回, 没人回, 不理
half, share, portion, part of it, 一半, 部分, 分摊
calculate, calculation, worked out, add up, sum wrong, 计算, 算, 怎么算, 对不上, 算错
decide, decision, who decides, choose, 决定, 选择, 做决定
wrong, mistake, error, incorrect, misspelt, typo, 错, 错误, 写错, 填错, 弄错
"""
"""What is said of anything."""
