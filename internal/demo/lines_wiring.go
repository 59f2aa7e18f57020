package demo

// A product line is one article made in several series. Its row, with parts parted by |:
//
//	category | template | name | mark in the model number | yuan | grams | cm³ | pool/count or series | pack | axes | attributes
//
// The yuan are those of the plainest variant at grade 100. An axis is attribute=value/value, with
// ^n for n percent more; color=* takes the finishes of the series. Attributes are
// attribute=value; a value per step of the power or another axis is attribute@axis=value/value;
// lumen~n is n lumens a watt.
const wiringLines = `
101|switch|一开单控开关|K11|9.8|78|190|wall/12|sw|color=*|gang=一开 control=单控 rated_current=10
101|switch|一开双控开关|K12|12.2|80|190|wall/10|sw|color=*|gang=一开 control=双控 rated_current=10
102|switch|二开单控开关|K21|15.6|92|190|wall/10|sw|color=*|gang=二开 control=单控 rated_current=10
102|switch|二开双控开关|K22|18.8|95|190|wall/9|sw|color=*|gang=二开 control=双控 rated_current=10
103|switch|三开单控开关|K31|21.5|104|190|wall/8|sw|color=*|gang=三开 control=单控 rated_current=10
103|switch|三开双控开关|K32|25.4|108|190|wall/8|sw|color=*|gang=三开 control=双控 rated_current=10
104|switch|四开单控开关|K41|27.8|118|190|wall/6|sw|color=*|gang=四开 control=单控 rated_current=10
104|switch|四开双控开关|K42|32.6|122|190|wall/5|sw|color=*|gang=四开 control=双控 rated_current=10
105|switch|旋钮调光开关|KT1|39|110|200|wall/5|sw|color=*|gang=一开 control=旋钮调光 rated_current=2
105|switch|触摸延时开关|KY1|28.5|96|200|wall/4|sw|color=*|gang=一开 control=触摸延时 rated_current=1
105|switch|人体感应开关|KG1|45|98|200|wall/4|sw|color=*|gang=一开 control=人体感应 rated_current=1
105|switch|插卡取电开关|KC1|58|126|210|wall/4|sw|color=*|gang=一开 control=插卡取电 rated_current=30
111|socket|五孔插座|Z05|10.8|86|190|wall/13|sw|color=*|holes=五孔 rated_current=10
111|socket|斜五孔插座|Z06|12.4|88|190|wall/6|sw|color=*|holes=斜五孔 rated_current=10
112|socket|三孔空调插座|Z03|13.6|84|190|wall/10|sw|color=*|holes=三孔 rated_current=16
112|socket|三孔插座|Z01|9.6|80|190|wall/4|sw|color=*|holes=三孔 rated_current=10
113|socket|七孔插座|Z07|14.8|92|190|wall/6|sw|color=*|holes=七孔 rated_current=10
113|socket|九孔插座|Z09|22|138|320|wall/4|sw|color=*|holes=九孔 rated_current=10 panel=118型
113|socket|双五孔插座|Z10|19.5|142|320|wall/4|sw|color=*|holes=双五孔 rated_current=10 panel=118型
114|socket|一开五孔插座|ZK5|16.8|98|190|wall/10|sw|color=*|holes=五孔带开关 rated_current=10
114|socket|一开三孔插座|ZK3|17.6|96|190|wall/6|sw|color=*|holes=三孔带开关 rated_current=16
115|socket|五孔双USB插座|ZU5|46|108|210|wall/7|sw|color=*|holes=五孔 rated_current=10 usb=5V/2.4A×2
115|socket|五孔快充插座|ZUC|68|116|210|wall/6|sw|color=*|holes=五孔 rated_current=10 usb=Type-C/30W
116|socket|六类网络插座|ZW1|24.5|76|190|wall/7|sw|color=*|holes=网络 rated_current=1
116|socket|电视插座|ZV1|15.2|74|190|wall/5|sw|color=*|holes=电视 rated_current=1
116|socket|电话网络插座|ZP1|28|80|190|wall/4|sw|color=*|holes=电话+网络 rated_current=1
116|socket|双口网络插座|ZW2|38|84|190|wall/4|sw|color=*|holes=双网络 rated_current=1
121|socket|弹起式五孔地插|DC5|62|420|900|金石 天工 星河|sw2|color=*|holes=五孔 rated_current=10 panel=120型 ip=IP44 material=黄铜
121|socket|弹起式网络地插|DCW|78|430|900|金石 天工 星河|sw2|color=*|holes=网络 rated_current=1 panel=120型 ip=IP44 material=黄铜
121|socket|快充五孔地插|DCU|128|460|900|金石 天工|sw2|color=*|holes=五孔 rated_current=10 panel=120型 ip=IP44 usb=Type-C/20W material=黄铜
122|socket|防溅五孔插座|FS5|19.8|150|420|雅致 天工 臻白|sw|color=*|holes=五孔 rated_current=10 ip=IP55
122|socket|工业防水插座|FG3|36|260|640|启航 天工 朴素|sw2|rated_current=16/32^45/63^120|holes=工业三极 ip=IP67
201|strip|三位插线板|B03|19.9|260|900|strip/4|st|cable_length=1.8/3^22/5^55|ports=3 rated_current=10 max_power=2500
201|strip|四位插线板|B04|25.5|330|1100|strip/4|st|cable_length=1.8/3^20/5^50|ports=4 rated_current=10 max_power=2500
201|strip|六位插线板|B06|33.8|450|1500|strip/4|st|cable_length=1.8/3^18/5^45/10^120|ports=6 rated_current=10 max_power=2500
201|strip|八位插线板|B08|42.5|560|1900|strip/3|st|cable_length=1.8/3^15/5^38/10^98|ports=8 rated_current=10 max_power=2500
202|strip|三位双USB插线板|BU3|46|340|1100|悦充 小立方 安心|st|color=* cable_length=1.8/3^12|ports=3 rated_current=10 max_power=2500 usb=5V/2.4A×2
202|strip|四位快充插线板|BU4|79|420|1300|悦充 小立方 方阵|st|color=* cable_length=1.8/3^10|ports=4 rated_current=10 max_power=2500 usb=Type-C/35W
202|strip|六位快充插线板|BU6|96|540|1700|悦充 安心 方阵|st|color=* cable_length=1.8/3^9|ports=6 rated_current=10 max_power=2500 usb=Type-C/65W
203|strip|立式八位插座|BL8|68|780|3600|安心 小立方 悦充|st|color=* cable_length=1.8/3^12|ports=8 rated_current=10 max_power=2500
203|strip|轨道插座|BG4|188|900|2200|方阵 悦充|st|color=* cable_length=0.5/1^60|ports=4 rated_current=16 max_power=4000
204|strip|一转三转换插头|BZ3|9.8|90|260|匠工 安心|sw|color=*|ports=3 rated_current=10 max_power=2500
204|strip|移动电缆线盘|BX4|168|3600|21000|磐石 匠工|big|cable_length=20/30^40/50^110|ports=4 rated_current=16 max_power=3500
301|breaker|1P 微型断路器|M1|13.8|110|120|breaker/5|br|rated_current=6/10/16/20/25/32/40^8/63^16|poles=1P curve=C breaking=6
301|breaker|2P 微型断路器|M2|28.6|220|240|breaker/5|br|rated_current=10/16/20/25/32/40^8/63^15|poles=2P curve=C breaking=6
301|breaker|3P 微型断路器|M3|44|330|360|breaker/4|br|rated_current=16/20/25/32/40^8/63^15|poles=3P curve=D breaking=6
301|breaker|4P 微型断路器|M4|59|440|480|breaker/3|br|rated_current=16/20/25/32/40^8/63^15|poles=4P curve=D breaking=6
302|breaker|1P+N 漏电断路器|L1|46|190|240|breaker/3|br|rated_current=10/16/20/25/32/40^8|poles=1P+N curve=C breaking=6 leakage=30
302|breaker|2P 漏电断路器|L2|62|300|360|breaker/4|br|rated_current=16/20/25/32/40^8/63^20|poles=2P curve=C breaking=6 leakage=30
302|breaker|3P+N 漏电断路器|L3|118|520|560|breaker/3|br|rated_current=25/32/40^8/63^18|poles=3P+N curve=C breaking=6 leakage=30
302|breaker|4P 漏电断路器|L4|126|560|620|breaker/2|br|rated_current=32/40^8/63^18|poles=4P curve=C breaking=6 leakage=100
303|breaker|3P 塑壳断路器|S3|168|1400|1900|领航 磐固 铁卫|big2|rated_current=63/80/100/125^22/160^38/200^60/250^85|poles=3P breaking=35
303|breaker|4P 塑壳断路器|S4|228|1800|2500|领航 磐固|big2|rated_current=63/100/125^22/160^38/250^85|poles=4P breaking=35
304|breaker|2P 浪涌保护器|F2|88|240|240|守护 智盾 领航|br|surge=20/40^28/60^70|poles=2P
304|breaker|4P 浪涌保护器|F4|165|460|480|智盾 领航|br|surge=40/60^45/100^120|poles=4P
304|breaker|2P 交流接触器|J2|58|230|240|铁卫 恒安|br|rated_current=20/25/40^35/63^80|poles=2P
304|breaker|2P 自复式过欠压保护器|G2|72|210|240|守护 卫士|br|rated_current=40/63^20/80^48|poles=2P
311|box|暗装强电箱|PA|66|2600|9800|box/4|big2|circuits=8/12^25/16^48/20^70/24^92|mount=暗装 material=冷轧钢板 ip=IP30
311|box|明装强电箱|PM|58|2300|9200|box/4|big2|circuits=6/10^20/14^42/18^65/22^88|mount=明装 material=冷轧钢板 ip=IP40
312|box|弱电信息箱|RD|85|2200|14000|信汇 品家 安居|big|size=300×250×110/350×300×120^25/400×300×120^42/500×400×120^95|mount=暗装 material=冷轧钢板
312|box|工程配电箱|GP|198|7800|36000|工匣 福匣 安居|big|size=400×300×200/500×400×200^32/600×500×200^70/800×600×250^160|mount=明装 material=冷轧钢板 ip=IP54
601|material|86型暗装底盒|DH8|1.6|46|340|筑基 备材|bag|color=*|material=PVC size=86×86×50
601|material|86型明装底盒|DM8|2.4|52|340|筑基 备材|bag|color=*|material=PVC size=86×86×33
601|material|118型底盒|DH1|2.8|70|560|筑基|bag|color=*|material=PVC size=118×68×50
601|material|空白面板|DB0|3.2|48|160|备材 筑基|bag|color=*|material=PC size=86×86
602|material|PVC 穿线管|XG|6.8|420|2300|顺管 筑基|tube|diameter=16/20^20/25^55/32^110/40^180|material=PVC length=3
602|material|镀锌钢管|XJ|26|2400|2300|顺管|tube|diameter=16/20^22/25^60/32^110|material=镀锌钢 length=3
602|material|PVC 弯头|XW|0.9|16|60|顺管 筑基|bag|diameter=16/20^15/25^45|material=PVC
603|material|PVC 方线槽|XC|9.6|380|1900|顺管 通联|tube|size=20×10/25×15^30/40×20^85/60×40^210|material=PVC length=2
603|material|镀锌桥架|XQ|58|5200|20000|顺管 通联|tube|size=100×50/150×75^55/200×100^110/300×150^220|material=镀锌钢 length=2
604|wire|BV 单芯硬线|BV|158|2100|3800|铜韵|roll|section=1.5/2.5^58/4^145/6^262 color=红色/蓝色/黄绿双色|conductor=无氧铜 cores=1 length=100
604|wire|BVR 多股软线|BR|172|2250|4000|铜韵|roll|section=2.5^55/4^140/6^255 color=红色/蓝色/黄绿双色|conductor=无氧铜 cores=1 length=100
604|wire|RVV 护套线|RV|268|5200|8600|铜韵|roll|section=1/1.5^42/2.5^130/4^260|conductor=无氧铜 cores=3 length=100
605|wire|超五类网线|W5|398|9500|21000|网捷|roll|color=*|conductor=无氧铜 cores=8 category=超五类 length=305
605|wire|六类网线|W6|568|12500|24000|网捷|roll|color=*|conductor=无氧铜 cores=8 category=六类 length=305
605|wire|同轴电视线|WT|188|5600|9800|网捷|roll|color=*|conductor=铜包钢 cores=1 category=75-5 length=100
606|material|快速接线端子|JX|18.8|120|300|通联 备材|case|size=2孔/3孔^12/5孔^35|material=PC
606|material|绝缘胶带|JD|3.5|95|180|备材|tape|color=红色/黄色/蓝色/曜石黑|material=PVC size=18mm×20m
606|material|尼龙扎带|JZ|12.5|320|600|备材 通联|case|size=3×150/4×200^35/5×300^110|material=尼龙
606|material|压线帽|JM|9.8|150|400|备材 通联|case|size=CE1/CE2^20/CE5^65|material=尼龙
`
