package demo

import "strings"

// Parts of people's and companies' names.
var (
	surnames = split("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文")
	given    = strings.Fields(`伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 建国 建华 志强 志明 海燕 海波 晓东 晓峰 文斌 文静 玉兰 玉梅
		国强 国平 春生 春梅 秀英 秀兰 俊杰 俊峰 雪梅 雪峰 永康 永年 立新 立群 少华 少波 家豪 家明 嘉怡 雨桐 子轩 思远 一鸣 浩然 天佑 新民 红梅 德胜 广发 水生 金花 荣华`)

	nameHeads = split("华恒立宏鑫瑞盛永嘉金泰隆德博远信安和利富兴旺顺达光明亮辉晟卓益佳凯腾锐诚润源东南星天海万百福祥庆康宁众联合新启展鹏翔骏丰茂森")
	nameTails = split("信达通泰盛隆昌源发利安兴旺辉光明亮丰茂顺宇博诚鑫瑞祥和嘉益联创科力腾飞翔宏远恒德润康宁佳雅美林森江河")

	industries = []string{
		"电器", "五金", "灯饰照明", "机电设备", "电气", "五金机电", "装饰工程", "电工器材", "电子商务", "照明电器", "建材", "智能科技",
	}

	streets = strings.Fields(`建设路 人民路 解放路 中山路 新华路 工业大道 迎宾大道 站前路 环城东路 环城西路 商贸大道 和平路 朝阳路 文化路 青年路 滨河路 振兴路 长江路 黄河路 五一路`)
	markets = strings.Fields(`五金机电城 建材市场 灯饰城 装饰材料市场 国际商贸城 电器批发市场 家居广场 物流园`)
)

// known are names that belong to somebody in this trade or to a large company; none of them is used.
var known = strings.Fields(`正泰 天正 良信 鸿雁 华为 海信 长虹 康佳 万科 恒大 中兴 华润 国美 万达 海天 永辉 新华 中信 光大 德力 欧普 雷士 远东 美的 海尔
	立邦 华联 金龙 福康 海康 宏达 华泰 泰康 安信 海通 国泰 信达 兴业 恒源 永安 新和成 恒瑞 华宇 天合 金科 华科 海美 合力 德美 金利 恒力 恒安 安利 华安 天润 新城 百联 百盛 联想 顺丰 盛大 达达 万和 华美 天源 海德 和利 安和 福达 海立 康佳 东方 南方 嘉宁 盛宏 瑞安 远洋 新东 东风 鹏博 金发 嘉实 博时 富通 万通 恒通 星辉 新宁 恒丰 光明`)

func split(text string) []string { return strings.Split(text, "") }

// tradeNames are the two-character names of companies (字号), in a shuffled order after the first
// three.
func tradeNames(shuffle stream) []string {
	first := []string{"华信", "恒达", "立信"}
	taken := map[string]bool{}
	for _, name := range append(first, known...) {
		taken[name] = true
	}
	var out []string
	for _, head := range nameHeads {
		for _, tail := range nameTails {
			if name := head + tail; head != tail && !taken[name] {
				out = append(out, name)
			}
		}
	}
	shuffle.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return append(first, out...)
}

// person is a full name.
func person(s stream) string { return pick(s, surnames) + pick(s, given) }
