"""How goods travel, wait and get lost, and what comes after they arrived."""

from __future__ import annotations

DELIVERY = """
parcel, package, box, shipment, consignment, delivery, 包裹, 快递, 快件, 货, 件
courier, carrier, driver, delivery man, delivery person, delivery guy, postman, mailman, 快递员,
  派件员, 小哥, 送货员, 承运商, 司机, 送货的
ship, dispatch, send out, send, leave the warehouse, 发货, 寄出, 出库, 发出, 发走, 出货
not shipped, not sent yet, when will you ship, waiting to ship, 没发货, 不发货, 催发货, 还没发,
  多久发
how long, delivery time, shipping time, when will it arrive, when does it come, lead time,
  多久到, 几天到, 什么时候到, 时效, 多长时间, 多久
tracking, track, trace, where is my parcel, whereabouts, scan, 物流, 查快递, 跟踪, 轨迹,
  物流信息, 单号
stuck, no movement, standing still, no update, not moved, not updated, stopped moving, silence,
  不动, 没动, 停了, 卡住, 停滞, 没更新, 不更新, 没动静
late, delayed, delay, overdue, behind schedule, slow, slips, postponed, put off, 延迟, 晚到,
  延误, 迟, 慢, 超时, 推迟, 延期, 拖
lost, missing parcel, vanished, disappeared, gone astray, never arrived, gone for good, 丢件,
  丢了, 丢失, 遗失, 弄丢, 不见了, 没了
not received, never got it, nothing arrived, nothing there, not here, 没收到, 未收到, 没拿到,
  没见到
delivered, signed for, signed, handed over, dropped off, 签收, 已送达, 妥投, 送到, 已签收
signature, sign for, proof of delivery, 签字, 签名, 签收单
neighbour, neighbor, next door, concierge, reception, doorman, 邻居, 物业, 门卫, 前台, 代收
wrong address, wrong house, misdelivered, wrong building, 送错, 误投, 错地址, 地址错
address, street, postcode, zip code, where to send, 地址, 收货地址, 门牌号
change the address, different address, another address, redirect, moved house, new flat,
  send it elsewhere, 改地址, 换地址, 地址填错, 改派, 转寄, 搬家
recipient, name on the label, addressee, 收件人, 收货人
locker, parcel shop, pick-up point, collection point, corner shop, pickup station, 快递柜, 驿站,
  自提点, 丰巢, 代收点, 自提
pickup code, collection code, access code, 取件码, 取货码
collect, pick up, collection, fetch, take away, haul away, 上门取件, 取件, 取走, 上门取, 揽收,
  拉走, 搬走, 回收
appointment, slot, book a time, time window, schedule, reschedule, 预约, 约时间, 时间段, 改约,
  改时间
weekend, saturday, sunday, evening, after work, 周末, 星期六, 星期天, 晚上, 下班
nobody home, not at home, at work, away, out of the house, on holiday, 不在家, 没人在家,
  家里没人, 上班, 出差
no show, nobody came, did not turn up, stood me up, waited all day, 没来, 放鸽子, 爽约, 白等,
  等了一天
upstairs, floors, stairs, carry up, lift, elevator, walk-up, 上楼, 楼层, 搬上楼, 没电梯, 电梯,
  送上楼, 抬上去, 楼梯
kerb, curb, doorstep, to the door, room of choice, 送货上门, 门口, 送到家, 入户
express, urgent, fast delivery, next day, rush, hurry, 加急, 急, 快一点, 特快, 次日达
freight, shipping cost, shipping fee, postage, delivery charge, shipping, 运费, 邮费, 快递费,
  配送费
free shipping, free delivery, no postage, 包邮, 免运费, 免邮
abroad, overseas, international, foreign, export, 海外, 国外, 境外, 国际
customs clearance, held at customs, customs office, detained, 清关, 海关扣, 扣关, 报关
sea freight, by sea, ship, boat, vessel, container, 海运, 船运, 货柜, 集装箱
air freight, by air, plane, 空运
lorry, truck, van, 卡车, 货车, 车
pallet, forklift, tail-lift, 托盘, 叉车
depot, hub, warehouse, sorting centre, 仓库, 网点, 分拨, 中转
refuse, reject the parcel, turn away, not accept, 拒收, 拒签, 不收
intercept, stop the parcel, call back, recall, 拦截, 追回, 截住, 召回
pre-order, preorder, presale, not in stock yet, made after ordering, 预售, 预定, 期货
out of stock, sold out, unavailable, none left, gone, 缺货, 没货, 断货, 售罄, 卖完, 无货
restock, back in stock, available again, new batch, more coming, make more, 补货, 到货, 上架,
  再进, 还有货
discontinued, no longer made, phased out, 停产, 下架, 不做了
"""
"""How goods travel, wait and get lost."""

AFTERWARDS = """
cancel, call off, change my mind before, stop the order, do not want it any more,
  no longer want, revoke, 取消, 撤单, 不要了, 不想要了, 后悔, 撤销, 撤, 退单
return, send back, give back, bring back, take it back, post back, go back, 退货, 退回, 寄回,
  退掉, 退, 拿回去, 还回去
change of mind, do not like it, do not need it, no reason, 七天无理由, 无理由, 不喜欢, 不想要,
  不合适
exchange, swap, replace, another one, 换货, 换, 更换, 调换, 换一个, 换新
return label, prepaid label, return slip, shipping label, printer, print, 面单, 退货单, 运单,
  打印, 打印机
original box, packaging, packing, carton, wrapper, wrapping, 包装, 原包装, 纸箱, 盒子, 箱子
opened, unpacked, unsealed, tried, used, 拆封, 拆了, 打开过, 用过, 拆开
freight insurance, return insurance, 运费险, 退货险
wrong item, not what I ordered, somebody else's, different product, incorrect item, mixed up,
  发错, 错发, 发错货, 不是我买的, 送错货, 别人的
missing, incomplete, short, left out, not in the box, one too few, 少发, 漏发, 少了, 缺件, 缺,
  漏, 少件
surplus, one too many, extra item, sent too much, double delivery, 多发, 多了, 多寄, 多出来
parts, spare part, screw, screws, hardware, bolt, component, accessory, 配件, 零件, 螺丝, 五金,
  备件, 螺丝钉, 五金包
damaged, broken, smashed, shattered, crushed, dented, in pieces, squashed, 破损, 碎了, 坏了,
  摔坏, 压坏, 破了, 裂了, 碎, 破碎, 磕碰
defective, faulty, does not work, not working, stopped working, broke, dead, malfunction, bust,
  gave up, kaputt, 故障, 坏了, 不能用, 用不了, 失灵, 不工作, 没反应
repair, fix, mend, service, technician, 维修, 修, 修理, 保修, 师傅, 返修, 修一下
warranty, guarantee, covered, cover, how long is it covered, 保修, 质保, 三包, 保固, 保修期,
  保多久
quality, workmanship, poorly made, badly made, cheaply made, 质量, 做工, 质量差, 劣质
scratch, scratched, mark, scuff, dent, 划痕, 刮花, 刮痕, 掉漆, 磕
crack, cracked, split, gap, 裂, 开裂, 裂缝, 裂纹, 裂口, 口子
stain, spot, dirty, spill, spilled, mark on, 污渍, 脏, 弄脏, 洒, 渍, 印子
rust, rusty, corroded, 生锈, 锈, 锈斑
mould, mold, mildew, black spots, dark specks, mouldy, 发霉, 霉, 霉点, 黑点, 霉斑
smell, odour, odor, stink, stinks, fumes, reek, 气味, 味道, 味儿, 异味, 臭, 难闻, 刺鼻
formaldehyde, emissions, toxic, poisonous, harmful, safe for baby, chemical, 甲醛, 有毒, 有害,
  环保, 毒
noise, noisy, creak, squeak, buzz, hum, groan, rattle, loud, 噪音, 响, 吱嘎, 嘎吱, 异响, 声音大,
  嗡嗡, 咯吱
leak, leaking, dripping, drips, wet underneath, puddle, 漏水, 滴水, 渗水, 一滩水, 漏
flicker, flickering, blinks, flashing, 闪, 频闪, 闪烁, 一闪一闪
wobbly, wobbles, unstable, shaky, uneven, not level, 晃, 摇晃, 不稳, 不平, 一高一低
worn, wear, pilling, bobbles, fluff, lint, shedding, 起球, 掉毛, 磨损, 毛毛, 掉絮
fade, faded, bleeds, colour runs, dyed, dye, 掉色, 褪色, 染色, 串色, 染
shrink, shrunk, smaller after washing, 缩水, 变小, 洗小了
colour, color, shade, tint, darker, lighter, hue, 颜色, 色差, 偏色, 深浅, 偏黄, 偏红
different from the picture, not as pictured, looks different, on my phone, on the screen,
  和图片不一样, 与图片不符, 实物, 照片不一样, 货不对板
fake, counterfeit, not genuine, imitation, 假货, 假的, 正品, 山寨
injured, hurt, cut myself, burnt, bleeding, hospital, 受伤, 划伤, 割伤, 烫伤, 流血, 医院
electric shock, short circuit, sparks, burning smell, smoke, fire, 漏电, 触电, 冒烟, 火花, 烧焦,
  糊味, 着火
"""
"""What is wrong, and what is done about it."""
