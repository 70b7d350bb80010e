"""What is sold, and how it is used and kept."""

from __future__ import annotations

GOODS = """
size, dimensions, measurements, how big, width, length, height, wide, long, tall, 尺寸, 大小,
  多大, 尺码, 宽, 长, 高, 型号
fit, fits, too big, too small, go through the door, get through, 合适, 太大, 太小, 放不下, 进门,
  进得去, 放得下
weight, load, how heavy, carry, hold, kilos, kg, pounds, bear, 承重, 重量, 多重, 公斤, 斤, 载重,
  压
sofa, couch, settee, 沙发
chair, stool, armchair, seat, 椅子, 凳子, 座椅, 椅
table, desk, 桌子, 书桌, 桌, 餐桌, 饭桌
shelf, shelves, bookcase, bookshelf, rack, board, 书架, 架子, 搁板, 书柜, 横板
cupboard, cabinet, wardrobe, closet, chest of drawers, dresser, chest, 柜子, 衣柜, 柜, 斗柜, 橱
drawer, drawers, runner, 抽屉, 滑轨
bed, bed frame, bedstead, slats, 床, 床架, 床板, 排骨架
mattress, topper, 床垫, 垫子, 床褥
pillow, cushion, headrest, 枕头, 枕芯, 靠垫, 抱枕
duvet, comforter, quilt, blanket, throw, cover, 被子, 被, 毯子, 毛毯, 羽绒被, 盖
bedding, sheet, sheets, bed linen, pillowcase, 四件套, 床单, 被套, 床品
towel, towels, 毛巾, 浴巾
curtain, drapes, blind, 窗帘
rug, carpet, mat, 地毯, 地垫, 毯, 脚垫
lamp, light, lights, bulb, diode, led, lighting, 灯, 台灯, 灯泡, 吊灯, 灯具, 落地灯, 灯珠
plug, socket, adapter, mains, two-pin, prong, prongs, 插头, 插座, 转换头, 电源
voltage, volt, 110v, 220v, 电压, 伏
cable, cord, wire, lead, 电线, 线, 绳子, 吊线, 电源线
remote, remote control, controller, clicker, 遥控器, 遥控
button, switch, switch off, 开关, 按钮, 按键
motor, engine, 电机, 马达
error code, code on the display, error message, display shows, fault code, screen shows, 报错,
  故障码, 错误代码, 显示代码, 屏幕
pan, pot, casserole, wok, frying pan, saucepan, 锅, 炖锅, 煎锅, 铸铁锅, 炒锅
non-stick, coating, peeling, flaking, black bits, 不粘, 涂层, 脱落, 掉皮, 黑渣
hob, stove, induction, cooker, 电磁炉, 灶, 炉子
kettle, water boiler, boil water, boils, boiling, 水壶, 电水壶, 烧水壶, 烧水, 烧开
limescale, scale, deposit in the kettle, descale, 水垢, 白垢, 除垢
humidifier, mist, mist machine, vaporiser, 加湿器, 喷雾, 雾化
cup, mug, glass, glasses, 杯子, 杯, 马克杯
plate, plates, bowl, bowls, dish, dishes, crockery, 盘子, 碗, 碟, 餐具
knife, knives, blade, 刀, 刀具
chopping board, cutting board, wooden board, 砧板, 菜板, 切菜板, 案板
wood, wooden, timber, oak, solid wood, 木头, 实木, 木, 原木
oil, wax, polish, 上油, 打蜡, 木蜡油, 保养油
wool, fleece, 羊毛
down, feather, feathers, goose, 羽绒, 鹅绒, 绒, 羽毛
cotton, linen, fabric, textile, cloth, 棉, 麻, 亚麻, 布料, 面料, 布
vegan, animal free, plant based, 纯素, 素食, 植物
allergy, allergic, asthma, 过敏, 哮喘
sample, swatch, try before buying, see before, touch, 小样, 样品, 样布, 试一下, 摸
showroom, store, physical shop, branch, 门店, 展厅, 实体店, 体验店
wash, washing, launder, laundry, washing machine, machine washable, 洗, 清洗, 洗衣机, 机洗,
  水洗, 洗涤
dry, dryer, tumble dry, 烘干, 晾, 晒, 干
clean, cleaning, remove, get out, 清洁, 擦, 去除, 打扫
care, look after, maintain, maintenance, upkeep, 保养, 养护, 护理, 维护
humidity, damp, moist, moisture, rainy, 湿度, 潮, 潮湿, 回南天, 受潮
dry air, heating, radiator, 暖气, 供暖, 干燥
winter, cold, warm, warmth, 冬天, 冷, 暖, 保暖, 暖和
assemble, assembly, put together, put up, set up, build, install, mount, 安装, 组装, 拼装, 装,
  装配
take apart, dismantle, disassemble, undo, 拆, 拆卸, 拆开, 拆下
wrong way round, upside down, backwards, reversed, swapped sides, 装反, 反了, 倒了, 颠倒
tighten, loosen, loose, 拧紧, 松, 松动, 紧
drill, drilling, hole, holes, drill into, 打孔, 钻孔, 打洞, 孔, 眼
wall, plaster, plasterboard, drywall, brick, concrete, 墙, 石膏板, 砖墙, 墙面, 石膏墙
anchor, plug, nail, fixing, fasten, fix to, hang, 膨胀螺丝, 胀塞, 钉子, 固定, 挂, 钉
landlord, rented, tenant, renting, 房东, 租房, 租客, 出租
child, children, baby, toddler, kid, kids, infant, son, daughter, 孩子, 宝宝, 小孩, 婴儿, 儿童,
  娃
pet, dog, puppy, cat, 宠物, 狗, 猫
urine, pee, wee, 尿, 撒尿
wine, merlot, coffee, tea, juice, 红酒, 酒, 咖啡, 茶
soft, too soft, sagging, sinks, 软, 太软, 塌, 塌陷, 凹陷
hard, firm, too hard, too firm, stiff, 硬, 太硬, 偏硬
back pain, sore back, backache, spine, 腰疼, 腰, 背疼
flip, rotate, turn over, turn round, 翻面, 掉头, 翻转, 调头, 转
sleep, slept, nights, trial, try out, trial period, 试睡, 睡, 试用, 体验
furniture, bulky goods, large item, big item, 家具, 大件, 大件家具
old furniture, old mattress, worn-out, dispose of, get rid of, disposal, 旧家具, 旧床垫, 旧沙发,
  处理掉, 旧的, 扔
gift, present, gift wrap, birthday present, surprise, 礼物, 送人, 礼品, 包装好看, 送礼, 给朋友
greeting card, message card, price slip, packing slip, 贺卡, 卡片, 价格单, 小票
embroidery, logo, engraving, personalised, monogram, 绣字, 印标, 刻字, 定制
made to measure, custom made, bespoke, 定制, 定做
"""
"""What is sold, and how it is used and kept."""
