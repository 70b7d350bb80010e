"""What customers and shop write to each other on the sample support list."""

from __future__ import annotations

from typing import NamedTuple


class Scene(NamedTuple):
    """One conversation: who, with which program, and the turns, customer and shop in turn."""

    program: str
    name: str
    address: str
    subject: str
    turns: tuple[str, ...]
    reply: str = "回复："


SCENES = (
    Scene(
        "QQ Mail",
        "李雷",
        "lilei@example.cn",
        "订单10482的台灯不亮",
        (
            "您好，昨天收到的台灯插上电不亮，换了插座也不行。怎么处理？",
            "李先生您好，非常抱歉。请拍一张灯座底部标签的照片，我们马上为您换新。",
            "照片在附件里，麻烦快一点，孩子晚上要写作业。",
            "收到，新灯今天下午发出，顺丰次日达，旧灯不用寄回。",
            "好的，谢谢！",
        ),
    ),
    Scene(
        "163",
        "王芳",
        "wangfang@example.com",
        "什么时候发货？已经等了一个星期",
        (
            "我11月20号下的单，到现在还没有发货，说好的48小时呢？",
            "王女士您好，床垫是按尺寸定做的，预计11月30日发出，给您带来不便很抱歉。",
            "下单的时候没有说要定做，能不能退款？",
            "可以的，退款已经提交，1到3个工作日原路退回。",
        ),
    ),
    Scene(
        "Foxmail",
        "韩梅梅",
        "hanmm@example.cn",
        "申请增值税专用发票",
        (
            "你好，请开一张增值税专用发票，抬头：镕基家居有限公司，税号见附件。",
            "您好，专票需要一般纳税人资格证明，请补发一份。",
            "已补，请查收。另外能不能开两张？",
            "可以，两张各开一半，电子版今天发到您邮箱。",
            "收到了，抬头没有错，谢谢。",
        ),
    ),
    Scene(
        "Outlook zh-CN",
        "赵强",
        "zhaoqiang@example.org",
        "批发五十把餐椅的价格",
        (
            "贵司您好：我们想订购五十把橡木餐椅，请报价并说明交期。",
            "赵总您好，五十把可享八五折，交期二十天，含税含运。报价单见附件。",
            "价格能否再优惠一些？另外需要样品一把。",
            "样品可以先寄，货款在正式订单里扣除。价格八二折是底线了。",
            "同意，请发合同。",
        ),
    ),
    Scene(
        "Outlook zh-TW",
        "陳怡君",
        "yijun@example.net",
        "請問可以寄到台灣嗎",
        (
            "你好，我想買兩組收納櫃，請問可以寄到台北嗎？運費怎麼算？",
            "陳小姐您好，可以寄到台北，兩組運費約三百元人民幣，七到十天到。",
            "好的，那關稅需要自己付嗎？",
            "兩千新台幣以下免稅，超出部分由快遞公司代繳，簽收時付給快遞員。",
        ),
        "RE: ",
    ),
    Scene(
        "iPhone",
        "周杰",
        "zhoujie@example.cn",
        "收到的被套颜色不对",
        (
            "我买的是雾霾蓝，收到的是灰色！",
            "周先生您好，抱歉发错了颜色，正确的被套今天补发，灰色的您可以留下或到付寄回。",
            "灰色的我寄回，单号SF1234567890",
            "已收到退货，感谢您的配合，送您一张二十元券。",
        ),
        "Re: ",
    ),
    Scene(
        "Alibaba",
        "孙丽",
        "sunli@example.com",
        "衣柜安装师傅一直不来",
        (
            "约好周六上午安装，等了一天没人来，电话也不接。要投诉！！",
            "孙女士，对不起。我们已联系安装队，改约明天上午九点，由组长亲自上门。",
            "明天要是再不来我就去12315。",
            "安装已完成，请您确认。再次致歉，安装费全额退还。",
            "装好了，质量还可以，服务要改进。",
        ),
    ),
    Scene(
        "HTML only",
        "吴倩",
        "wuqian@example.org",
        "优惠券用不了",
        (
            "满三百减五十的券结算的时候用不了，提示不适用，请看截图。",
            "您好，这张券不含清仓商品，您购物车里的地毯是清仓款。",
            "那给我换成可以用的吧",
            "已为您换发一张全场通用券，三十天内有效。",
        ),
        "Re: ",
    ),
    Scene(
        "raw GBK",
        "郑爽",
        "zhengs@example.cn",
        "仓库退件通知",
        (
            "退件：运单YT778899，收件人拒收，外箱破损，请处理。",
            "收到，请暂存并拍照，我们联系客户。",
            "照片已上传，保管期七天。",
        ),
    ),
    Scene(
        "Gmail",
        "Ann Miller",
        "ann.miller@example.org",
        "Where is my parcel?",
        (
            "Hi,\n\nmy order 10517 is ten days on its way and stuck in Leipzig.\nWhere is it?",
            "Dear Ann, the carrier has opened a search. We expect news within two days.",
            "It is day four now. Any news?",
            "The parcel is lost, I am sorry. A new one leaves our store today, express.",
            "Thank you, it arrived this morning. All good!",
        ),
        "Re: ",
    ),
    Scene(
        "Thunderbird",
        "Jörg Müller",
        "joerg@example.de",
        "Lamp shade: which size fits?",
        (
            "Hello, does the 40 cm linen shade fit the floor lamp “Kiefer”? I have 230 V here.",
            "Hello Jörg, yes, it fits with the ring that comes with it. 230 V is fine.",
            "And is there a shade in dark green?",
            "From January on. Shall we tell you when it is there?",
            "Yes please.",
        ),
        "Re: ",
    ),
    Scene(
        "Outlook",
        "Chloé Dubois",
        "chloe@example.fr",
        "Refund for order 10533 – 59,90 €",
        (
            "I returned the blanket on 12 October. I still haven’t got my money back.",
            "Dear Chloé, your return arrived on the 18th. The refund of 59.90 € was sent today.",
            "My bank says nothing came in.",
            "Banks abroad take up to five days. Here is the reference: QM-10533-R.",
            "It is there now. Merci!",
        ),
        "RE: ",
    ),
    Scene(
        "QQ Mail",
        "冯琳",
        "fenglin@example.com",
        "床垫有味道，可以退吗",
        (
            "拆开有很大的味道，放了三天还有，担心甲醛。",
            "冯女士您好，检测报告发给您参考。若介意可在三十天内退货，我们承担运费。",
            "看了报告，再晾几天试试。",
            "好的，有问题随时联系我们。",
        ),
    ),
    Scene(
        "163",
        "曹喆",
        "caozhe@example.cn",
        "餐具破损三件",
        (
            "一套二十件的餐具碎了三件：两个碗一个盘子。",
            "您好，请提供照片，我们补寄破损的三件。",
            "照片发了，碗是蓝边的不是红边的哦。",
            "蓝边碗两个、盘子一个，今天补寄，请注意查收。",
            "收到，包装比上次好多了，点赞。",
        ),
    ),
    Scene(
        "Foxmail",
        "丁玥",
        "dingyue@example.org",
        "地址写错了能改吗",
        (
            "刚才下单10561地址写成旧的了，请改成杭州市西湖区文三路100号。",
            "您好，为确认是您本人，请回复下单时使用的手机号后四位。",
            "后四位是3357。",
            "已核对并修改，包裹将寄往新地址。",
        ),
    ),
    Scene(
        "iPhone",
        "Tom Baker",
        "tom.baker@example.com",
        "Wobbly table 🪑",
        (
            "The dining table wobbles on all four legs, the screws were too short.",
            "Sorry to hear that. Longer screws (M8 × 60) are on their way.",
            "Got them, the table stands firm now. Cheers!",
        ),
        "Re: ",
    ),
    Scene(
        "Alibaba",
        "朱熹平",
        "zhuxp@example.cn",
        "关于价格保护",
        (
            "我上周买的落地灯今天降价八十元，能退差价吗？",
            "您好，七天内降价可以退差价，八十元今天退回您的支付账户。",
            "效率真高，好评！",
        ),
    ),
    Scene(
        "Gmail",
        "María José",
        "mj@example.es",
        "Customs wants an invoice",
        (
            "Customs in Madrid asks for a commercial invoice for parcel RX123456785CN.",
            "Attached is the invoice, stamped. Please forward it to customs.",
            "They accepted it. ¡Gracias!",
        ),
        "Re: ",
    ),
    Scene(
        "Outlook zh-CN",
        "许晴",
        "xuqing@example.com",
        "书架少了一包螺丝",
        (
            "书架组装到一半发现少了一包螺丝，说明书上的五号袋没有。",
            "许女士您好，五号袋今天补寄，预计后天到。",
            "收到，装好了。",
        ),
    ),
    Scene(
        "HTML only",
        "Priya Nair",
        "priya@example.in",
        "Do you deliver to Kochi?",
        (
            "Do you deliver to Kochi, and how long does it take?",
            "Yes, by sea freight: five to six weeks, door to door.",
            "Fine. Is the teak oiled?",
            "Oiled twice at the workshop. Oil it again once a year.",
        ),
        "Re: ",
    ),
    Scene(
        "QQ Mail",
        "马冬梅",
        "madongmei@example.cn",
        "表扬客服小陈",
        (
            "小陈特别耐心，帮我量了三次尺寸，给他点赞！",
            "谢谢您的肯定，我们会转告小陈，祝您生活愉快。",
        ),
    ),
    Scene(
        "Thunderbird",
        "Ewa Kowalska",
        "ewa@example.pl",
        "Glass of the lamp broken",
        (
            "The glass globe of lamp “Mond” arrived in pieces – see the photo, please.",
            "Dear Ewa, a new globe leaves tomorrow in a double box.",
            "It came whole. Dziękuję!",
        ),
        "Re: ",
    ),
    Scene(
        "163",
        "林黛",
        "lindai@example.com",
        "窗帘尺寸定做咨询",
        (
            "窗户宽三米二、高两米六，要做落地窗帘，应该买多大的？",
            "建议成品宽六米四，两倍褶皱；高两米五八，离地两厘米。",
            "好，按这个做，什么时候能发？",
            "五个工作日后发货，发货后会有短信通知。",
            "好的等你们消息",
        ),
    ),
    Scene(
        "raw GBK",
        "系统管理员",
        "erp@example.cn",
        "库存预警：原木置物架",
        ("原木置物架库存低于二十件，请采购。", "已下采购单，下周三到货。"),
    ),
    Scene(
        "Outlook",
        "Seán O’Brien",
        "sean@example.ie",
        "Warranty on the office chair",
        (
            "The gas lift of my chair sank after 14 months. Is that under warranty?",
            "Yes, three years. The new gas lift is free; the tool to change it comes along.",
            "Changed it in five minutes, great service.",
        ),
        "RE: ",
    ),
    Scene(
        "Alibaba",
        "罗敏",
        "luomin@example.org",
        "取消订单10590",
        (
            "不想要了，帮我取消10590。",
            "订单还没有发货，已为您取消，退款两小时内到账。",
            "收到退款了。",
        ),
    ),
    Scene(
        "Gmail",
        "黄子韬",
        "huangzt@example.com",
        "扫地机器人底座不充电",
        (
            "底座指示灯不亮，机器充不进电，买了才两个月。",
            "请先用干布擦拭底座触点，再换一个插座试试。",
            "试过了还是不行",
            "那我们安排上门取件检修，周四上午可以吗？",
            "周四可以，上午十点以后。",
        ),
        "Re: ",
    ),
)
