"""Words that tell how a customer feels, in English and Chinese, and what turns or strengthens them.

Each word stands under its weight: above 0 what displeases, below what contents; 1 is a plain
complaint, 3 an insult. Longer entries win over the shorter ones inside them. Words that only name a
matter (refund, 退货) tell nothing of temper and are not here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

Lexicon = Mapping[str, float]
"""Words and phrases, case-folded, with their weights."""


def _listed(groups: Mapping[float, str]) -> dict[str, float]:
    """Words by weight, apart by commas or line ends."""
    return {
        word: weight
        for weight, words in groups.items()
        for word in (each.strip() for each in re.split(r"[,\n]", words))
        if word
    }


ENGLISH: Lexicon = _listed(
    {
        3.0: """
            scam, scammer, scammers, fraud, fraudulent, thief, thieves, crook, crooks, liar,
            liars, idiot, idiots, moron, morons, stupid, bullshit, bs, shit, shitty, crap,
            crappy, fuck, fucking, fuckin, fucked, wtf, damn, asshole, bastards, piss off,
            pissed, pissed off, go to hell, screw you, garbage, trash, disgusting, disgusted,
            disgrace, disgraceful, outrageous, outraged, furious, livid, fuming, enraged, hate,
            hated, despise, worst
        """,
        2.5: """
            awful, horrible, horrendous, horrid, terrible, atrocious, pathetic, appalling,
            appalled, unacceptable, inexcusable, ridiculous, absurd, ludicrous, insane,
            insulting, insulted, joke, laughable, shame, shameful, shame on you, nightmare,
            sucks, suck, useless, incompetent, incompetence, rip off, ripped off, ripoff, rude,
            angry, mad at, sick of, fed up, had enough, enough is enough, never again,
            never ordering, never order, never buy, never use, never fly, lost a customer,
            lost my business, losing a customer, clueless, abysmal, dishonest, unbelievable,
            beyond belief, what a mess, are you kidding, kidding me, how dare, last time i,
            having a laugh, is my money, taking the piss, thrown back, magic word,
            your director, whoever
        """,
        2.0: """
            on hold, fail
        """,
        1.5: """
            poor, poorly, worse, disappointed, disappointing, disappointment, disappoints,
            unhappy, dissatisfied, frustrated, frustrating, frustration, annoyed, annoying,
            upset, upsetting, irritated, irritating, failed, fails, failure, failing,
            unprofessional, careless, neglect, neglected, ignored, ignoring, ignore, lied, lies,
            lying, misled, misleading, false, wasted, waste, wasting, stranded, mess, messed up,
            screwed, screwed up, nicked, ruined, ruins, broken promise, broken promises,
            hopeless, unhelpful, not helpful, no help, no response, no reply, no answer, no one,
            nobody, no explanation, hung up, hang up, hanging up, hangs up, lost my, lost our,
            excuse, excuses, lack of, disorganized, inconvenience, inconvenient, unreliable,
            untrustworthy, overcharged, cheated, stolen, steal, ashamed, embarrassing,
            embarrassed, absolutely not, not ok, not okay, not acceptable, not good enough,
            seriously, come on, get it together, why bother, what a joke, for nothing,
            no excuse, regret, unfair, flimsy, cheap plastic, fell apart, lousy, dreadful,
            crazy, gross, filthy, dirty, crying, tears, wrong again, five times, four times,
            three times, three weeks, two months, each time, every time, every single,
            passed around, made to feel, been told, was told, out of pocket, stop lying, listen,
            second request, third request, so-called, weeks now, days now, same fault,
            same problem, same story
        """,
        1.4: """
            call back, twice
        """,
        1.3: """
            hours, hrs, told me
        """,
        1.2: """
            delayed, bad
        """,
        1.1: """
            waiting
        """,
        0.9: """
            apparently, supposedly, chasing, so far, first you
        """,
        0.8: """
            nobody picks up, waited, wait, hold for, for hours, weeks, again, cancelled,
            canceled, missed, missing, lost, broken, broke, stuck, defective, faulty, error,
            issue, issues, problem, problems, trouble, complaint, complain, complaining, refuse,
            refused, refuses, refusing, unable, impossible, cannot, nothing, nowhere,
            not working, slow, forever, ages, disconnected, automated, supervisor, manager,
            third time, second time, how long, how many times, how is it, explain, enough,
            really, charged, sorry, apology, apologize, unresolved, overdue, not even, gave up,
            give up, confused, confusing, worried, worry, concerned, sadly, unfortunately, sad,
            ugh, smh, fix this, do something, do better, at least, damaged, still no,
            still not,
            still nothing, still waiting, supposed to, telling me, keeps, stop, because, why,
            phone, minutes, mins, paid
        """,
        0.6: """
            no, not
        """,
        0.4: """
            how come, never, still, don't, doesn't, didn't, won't, can't, couldn't, isn't,
            wasn't, aren't, hasn't, haven't, wouldn't, shouldn't, days, money, someone, anyone,
            delay, delays, late, yet, another, actually, even, half, over, wrong
        """,
        0.2: """
            today
        """,
        0.0: """
            how late, too late, no rush, no problem, no worries, no hurry, still soft,
            still good, may it never, don't change, how long does, how long do, how long is,
            how many days, if stolen, and stolen, blanket thief, check, available, lol
        """,
        -0.3: """
            please
        """,
        -0.5: """
            hi, hello, hey, question, wondering, would like, could you, can you, may i,
            possible, interested, curious, kindly, any chance, how can i, how do i
        """,
        -0.6: """
            hope
        """,
        -0.8: """
            nice
        """,
        -1.0: """
            good
        """,
        -1.4: """
            thx
        """,
        -1.5: """
            glad, happy, helpful, helped, quick, quickly, easy, smooth, fine, cool, fun,
            appreciate, appreciated, well done, works now, looking forward, forward to, enjoy,
            enjoyed, welcome, comfortable, friendly, polite, kind, patient, pleased, satisfied,
            resolved, solved, fixed, congrats, congratulations, recommend, impressed, yay, haha
        """,
        -1.8: """
            thanks, great, best
        """,
        -2.0: """
            love
        """,
        -2.5: """
            thank you, thank, ty, cheers, awesome, amazing, excellent, loved, lovely, loves,
            wonderful, fantastic, perfect, brilliant, superb, kudos, beautiful, excited,
            grateful, thankful, outstanding, rock, rocks, delighted, thrilled, well made,
            exceeded
        """,
    }
)

CHINESE: Lexicon = _listed(
    {
        3.0: """
            骗子,骗人,骗钱,诈骗,欺诈,黑店,黑心,奸商,无良,坑人,坑爹,坑钱,太坑,流氓,无赖,不要脸,无耻,缺德,垃圾,辣鸡,傻逼,傻b,煞笔,脑残,智障,白痴,妈的,
            他妈,tmd,卧槽,滚蛋,去死,恶心,气死,气愤,愤怒,怒了,火大,发火,忍无可忍,欺人太甚,太过分,过分,岂有此理,差评,给差评,霸王条款,店大欺客,欺负,耍人,
            耍我,耍赖,死全家,丧良心,良心被狗,王八蛋,混蛋,操蛋,狗屁,放屁,什么玩意,什么东西,破店,破玩意,烂货,最差,极差,奇差,差到极点,差得要死,负分,零分,人渣
        """,
        2.5: """
            恶劣,糟糕,差劲,很差,太差,真差,非常差,巨差,烂透,太烂,很烂,真烂,难吃,太离谱,离谱,可恶,可气,可恨,可笑,搞笑,无语,醉了,敷衍,糊弄,忽悠,推卸,
            推卸责任,踢皮球,不负责任,不负责,没人管,没人理,不理人,不理睬,不搭理,爱理不理,态度差,态度恶劣,没素质,素质低,上当,受骗,被骗,被坑,假货,冒牌,伪劣,劣质,
            以次充好,偷工减料,虚假,欺骗,撒谎,说谎,再也不,再也不会,不会再,以后不会,绝不会再,千万别,千万不要,别买,大家别,后悔,悔死,浪费钱,白花,交智商税,极其,
            受够,忍不了,崩溃,抓狂,郁闷死,烦死,坑,雷,退钱,必须赔,无法忍受,无法接受,不能接受,不可理喻,莫名其妙,凭什么,是不是有病,有病
        """,
        1.5: """
            失望,不满,不满意,生气,恼火,着急,急死,烦人,讨厌,不爽,不高兴,不开心,不舒服,心寒,难受,不值,不值得,不推荐,不建议,不如,不怎么样,不咋地,不咋样,很一般,
            一般般,太慢,很慢,慢死,慢得,慢,拖延,拖了,催,催了,晚了,超时,迟到,等了,等到,半天,不理,不回,不回复,没回复,没回音,没反应,没有任何,没人,没送,不送,
            送错,发错,漏发,少发,脏,臭,晕,一股,没过几天,才几天,异味,刺鼻,霉,发霉,陈旧,简陋,粗糙,次品,瑕疵,不符,不一样,不合格,不能用,没法用,用不了,打不开,
            没用,无效,根本,居然,竟然,明明,到底,究竟,简直,难道,怎么回事,什么意思,什么态度,什么服务,三番五次,迟迟,还没,还不,算了,无奈,没办法,没法,亏,上火,
            投诉,麻烦死,折腾,道歉,要挟,威胁,欺,糊涂,应得的,谁负责,谁来管,给个说法,说法,怎么交代,当我是,不负,不讲,不诚信,不守信,说话不算,不算数,失信,误导,
            偷换,克扣,乱收费,多收,凉了,都凉,洒了,不好吃,没味道,难看,难用,难闻,受不了,烂,一再,难做人,三番两次
        """,
        1.4: """
            不给
        """,
        1.2: """
            解释,没给,怀疑
        """,
        0.9: """
            不好,差,浪费,骚扰
        """,
        0.8: """
            天了,悄悄,号称,第三次,第二次,第几次,反复,歪歪扭扭,复核
        """,
        0.7: """
            严重,赔偿,不对,不见,无,才,却,反正,只能,完全,实在,一点都,一点也,质疑,凑合,将就,为什么,为何,你们,理由,结果,否则,强烈要求,太短,乱,搞,噪音,噪声,
            很响,吵醒,发热,发烫,死机,蓝屏,掉漆,划痕,少了,坏了,坏的,破了,破损,裂,碎,漏,旧的,很旧,太旧,陈旧,异响,人工客服,机器人,承诺,答应,说好,凭啥,谁,
            应该你们,上次,又,呵呵,不行,拖,烦,打电话,郁闷,较差,吵,小时,死
        """,
        0.5: """
            几次,多次,太贵,怎么,客服
        """,
        0.35: """
            不,没,没有,不能,不会,不了,不是,不到,不清,不知道,没收到,没到,问题,麻烦,取消,分钟,电话,告知,要求,一般,晚,小心,自己,什么,吗,说,等,换,凉,冷,
            咸,少,油腻,坏,破,掉,退,只有,也就,倒是,换了,连,店家,当当,携程,建议
        """,
        0.3: """
            遗憾,贵了,太大,太小,太少,一直,怪,硬
        """,
        0.0: """
            差价,差额,差距,差一,差两,差几,差不多,相差,补差,垃圾箱,垃圾桶,不回去,不一会,会不会,能不能,要不要,行不行,可不可以,是不是,有没有,用不用,说明书,不急,
            用不完,不影响,不同,不仅,不但,不只,不错过,怎么退,怎么洗,怎么装,怎么用,什么时候,什么凭证,没关系,没事,没影响,问题不大,一个问题,小问题,等我,等级,退货,
            退款,退换,换货,退差,不要紧,不合适,不划算,划不划算,不支持,不跳闸,不行也,超时退回,死亡,不可或缺,但,但是,有点,可惜,希望改进,贵,旧,缺,普通,请
        """,
        -0.3: """
            不足,缺点,改进,请问,清楚,不过
        """,
        -0.7: """
            您好,你好,亲,外观,配置,还会,每个,都很,也很,很有,够用,挺,爽,比较好,高,巧,大方,麻烦您,麻烦帮,想问,咨询,了解一下,可以吗,能否,方便,想要,打算,
            还可以,还行,尚可,可以,喜爱,清晰,热,足,新,细节,丰富,完整,值,学习,生活,快乐,幸福,有趣
        """,
        -0.8: """
            负责,新鲜
        """,
        -0.9: """
            愉快
        """,
        -1.0: """
            总体
        """,
        -1.5: """
            最好
        """,
        -1.8: """
            好,不错,还不错,满意,喜欢,谢谢,感谢,多谢,辛苦,辛苦了,好吃,好用,好看,漂亮,美观,干净,整洁,舒服,舒适,方便,便宜,实惠,划算,超值,快,很快,迅速,及时,
            准时,热情,周到,耐心,细心,贴心,用心,专业,靠谱,推荐,值得,惊喜,开心,高兴,放心,安心,温馨,安静,精致,精美,精彩,流畅,强大,正品,美味,味道好,好喝,
            很香,没问题,没有问题,解决了,收到了,期待,欣赏,感动,受益,有用,实用,轻松,可爱,时尚,宽敞,齐全,合适,正好,合理,不贵,不差,不坏,不慢,不少,不难,优美,
            生动,深刻,性价比,性价比高,好书,送得快,挺好,帮助,好评,支持,高效,给力
        """,
        -2.5: """
            非常好,很好,太好了,真好,特别好,超好,极好,非常满意,很满意,十分满意,非常喜欢,很喜欢,超喜欢,完美,一流,超赞,很赞,赞,点赞,棒,很棒,太棒,优秀,爱了,
            五星,好极了,物超所值,强烈推荐,值得推荐,值得购买,下次还,还会来,还会再,会再来,一如既往,非常不错,很不错,真不错,无可挑剔,良心
        """,
    }
)

ENGLISH_NOT = re.compile(
    r"(?:\b(?:not|no|never|without|hardly|barely|neither|nor|cannot)\b|n't)"
    r"(?:[^\w.!?;\n]+\w+){0,2}[^\w.!?;\n]*\Z"
)
"""What stands before an English word, in its sentence, that means its contrary."""

CHINESE_NOT = re.compile(
    r"(?:不(?:是|太|够|算|怎么|要|会|用|想)?|没有?|别|未|无|毫无|并非|谈不上)[很太么多再]?$"
)
"""What stands before a Chinese word that means its contrary."""

ENGLISH_VERY = re.compile(
    r"\b(?:very|so|really|extremely|absolutely|totally|completely|utterly|beyond|too|such an?|the"
    r"|fucking|damn|super|incredibly)\W+$"
)
CHINESE_VERY = re.compile(
    r"(?:非常|特别|十分|太|极其|极度|极|超级|超|实在|真是?|好|最|巨|相当|完全|简直|根本)$"
)
ENGLISH_HARDLY = re.compile(r"\b(?:slightly|somewhat|a bit|a little|fairly|kind of)\W+$")
CHINESE_HARDLY = re.compile(r"(?:有点儿?|有些|稍微?|略微?|比较|还算)$")
