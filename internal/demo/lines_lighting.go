package demo

// lightingLines are the product lines of lamps, luminaires and the smart home; see wiringLines.
const lightingLines = `
401|lamp|LED 球泡|Q|6.8|42|520|bulb/6|lamp|power=3/5^22/7^48/9^75/12^130/18^240 cct=3000/6500|base=E27 lumen~90 cri=80 beam=220 life=15000
401|lamp|LED 柱泡|QZ|18.5|120|1400|恒亮 长明 惠民|lamp|power=20/30^42/40^85/50^140 cct=4000/6500|base=E27 lumen~95 cri=80 beam=200 life=20000
401|lamp|应急球泡|QY|26|130|760|长明 晨曦|lamp|power=9/12^25|cct=6500 base=E27 lumen~80 cri=80 life=15000
402|lamp|T8 灯管|T8|11.8|160|1900|恒亮 长明 明快|lamp|power=8/10^18/16^45/20^70 cct=4000/6500|base=G13 lumen~105 cri=80 beam=270 life=25000
402|lamp|T5 一体化支架灯|T5|15.6|180|1500|恒亮 明快 长明|lamp|power=4/8^30/12^55/16^85 cct=3000/6500|base=一体化 lumen~100 cri=80 life=25000
403|lamp|LED 尖泡|QJ|7.6|32|320|晨曦 晶彩 惠民 明快|lamp|power=3/5^25/7^55 cct=3000/6500|base=E14 lumen~85 cri=80 life=15000
403|lamp|灯丝灯|QS|16.8|38|460|复古 晶彩|lamp|power=4/6^25/8^48 color=*|cct=2700 base=E27 lumen~100 cri=90 life=15000
404|lamp|GU10 灯杯|QB|9.8|40|180|晶彩 晨曦 恒亮|lamp|power=5/7^28 cct=3000/4000/6500|base=GU10 lumen~85 cri=90 beam=36 life=20000
404|lamp|MR16 灯杯|QM|8.9|36|160|晶彩 明快|lamp|power=3/5^20/7^45 cct=3000/4000|base=GU5.3 lumen~80 cri=85 beam=38 life=20000
411|indoor|客厅吸顶灯|XK|268|4200|62000|皓月 明轩 素影 晴空|big|power=72/96^35/128^75 color=*|cct=4000 lumen~85 cri=90 dimming=遥控调光 mount=明装
411|indoor|卧室吸顶灯|XW|118|1800|24000|皓月 明轩 素影 星野|big|power=24/36^35/48^65 cct=3000/4000|lumen~88 cri=85 dimming=三段调光 mount=明装
411|indoor|阳台吸顶灯|XY|36|620|7200|皓月 素影 净界|lamp|power=12/18^35/24^70 cct=4000/6000|lumen~90 cri=80 mount=明装 ip=IP20
412|indoor|集成吊顶平板灯|XP|58|820|6400|净界 皓月 素影|lamp|power=12/16^20/24^55/36^110 cct=4000/6000|lumen~95 cri=80 size@power=300×300/300×300/300×600/300×600 mount=嵌入
412|indoor|镜前灯|XJ|88|640|3600|净界 明轩 素影|lamp|power=9/14^40 color=*|cct=4000 lumen~80 cri=90 mount=壁装 ip=IP44
413|indoor|护眼台灯|TD|158|1350|9600|书香 晴空 童趣|big|power=10/15^45 color=*|cct=4000 lumen~60 cri=95 dimming=触摸调光 mount=台面
413|indoor|折叠充电台灯|TZ|69|480|2600|书香 童趣|lamp|color=*|power=5 cct=4000 lumen~65 cri=90 dimming=触摸调光 mount=台面
421|spot|防眩嵌入式筒灯|DF|26|180|620|灵犀 深邃 凝光 商道|lamp|power=5/7^18/9^38/12^70 cct=3000/4000/6000|lumen~85 cri=90 beam=60 cutout@power=75/75/85/95 mount=嵌入 color=雅白 ip=IP20
421|spot|直发光筒灯|DZ|15.8|120|480|匀光 简筒 灵犀|lamp|power=3/5^20/7^45/9^70 cct=3000/4000/6000|lumen~90 cri=80 beam=110 cutout@power=75/75/95/105 mount=嵌入 color=雅白 ip=IP20
421|spot|商业筒灯|DS|46|420|1800|商道 极目 简筒|lamp|power=12/18^30/24^62/30^98 cct=3000/4000/6000|lumen~95 cri=85 beam=90 cutout@power=120/150/175/200 mount=嵌入 color=雅白 ip=IP20
422|spot|圆形明装筒灯|DM|38|320|1200|灵犀 商道 聚芒 匀光|lamp|power=7/12^35/18^75 cct=3000/4000/6000|lumen~88 cri=85 beam=60 mount=明装 color=曜石黑 ip=IP20
422|spot|防水明装筒灯|DW|62|460|1500|商道 凝光 极目|lamp|power=12/18^40/24^75 cct=3000/4000|lumen~85 cri=80 beam=60 mount=明装 color=雅白 ip=IP65
423|spot|天花射灯|SH|32|210|560|灵犀 极目 凝光|lamp|power=5/7^20/12^58 cct=3000/4000/6000|lumen~82 cri=92 beam=24 cutout@power=55/75/85 mount=嵌入 color=雅白 ip=IP20
423|spot|无主灯洗墙射灯|SX|58|260|640|深邃 凝光 聚芒|lamp|power=7/10^25/15^60 cct=3000/3500/4000|lumen~78 cri=95 beam=36 cutout@power=75/75/95 mount=嵌入 color=曜石黑 ip=IP20
423|spot|格栅射灯|SG|118|560|2400|极目 商道|lamp|power=12/24^70/36^135 cct=3000/4000|lumen~80 cri=92 beam=24 cutout@power=100/190/280 mount=嵌入 color=曜石黑 ip=IP20
424|spot|导轨射灯|SD|68|520|1900|极目 聚芒 商道|lamp|power=12/20^32/30^62 cct=3000/4000 color=雅白/曜石黑|lumen~90 cri=92 beam=24 mount=导轨 ip=IP20
424|spot|磁吸格栅灯|SC|96|380|1100|深邃 聚芒 灵犀|lamp|power=6/12^45/18^85 cct=3000/4000|lumen~85 cri=95 beam=36 mount=磁吸轨道 color=曜石黑 ip=IP20
424|spot|磁吸泛光灯|SF|82|360|1100|深邃 聚芒|lamp|power=10/20^60 cct=3000/4000|lumen~88 cri=92 beam=110 mount=磁吸轨道 color=曜石黑 ip=IP20
431|linear|600×600 面板灯|MB|88|2100|9600|平境 直映 净面|big2|power=36/48^25 cct=4000/6000|lumen~100 cri=80 size=595×595×9 ip=IP40
431|linear|300×1200 面板灯|MC|96|2300|9800|平境 直映 净面|big2|power=36/48^25 cct=4000/6000|lumen~100 cri=80 size=295×1195×9 ip=IP40
431|linear|圆形小面板灯|MY|22|260|1100|平境 柔线|lamp|power=6/12^50/18^95 cct=4000/6000|lumen~88 cri=80 cutout@power=105/155/205 ip=IP20
432|linear|高压灯带|DG|8.6|140|200|流光 云带|roll2|density=60/120^38 cct=3000/4000/6000|power=8 lumen~95 cri=80 length=10 ip=IP65
432|linear|低压灯带|DY|46|180|260|流光 云带 匹练|roll2|density=120/180^35/240^70 cct=3000/4000/6000|power=10 lumen~100 cri=90 length=5 ip=IP20 rated_voltage=24
432|linear|COB 无光斑灯带|DC|78|200|260|匹练 云带 柔线|roll2|power=8/12^30 cct=3000/4000|lumen~90 cri=92 density=320 length=5 ip=IP20 rated_voltage=24
433|linear|嵌入式线条灯|XQ|86|680|2200|匹练 直映 柔线|lamp|length=0.6/1.2^70/2.4^210 color=*|power=18 cct=4000 lumen~95 cri=90 ip=IP20
433|linear|办公吊线灯|XD|168|1500|5200|直映 匹练|big2|power=36/48^28/60^55 cct=4000/6000|lumen~105 cri=85 length=1.2 ip=IP20
433|linear|支架灯|XZ|28|420|2100|流光 直映 平境|lamp|power=18/36^40 cct=4000/6500|lumen~100 cri=80 length=1.2 ip=IP20
441|flood|LED 投光灯|TG|42|620|2400|破晓 擎天 铁骑 烈阳|lamp|power=20/30^25/50^75/100^210/150^340/200^480 cct=3000/6500|lumen~100 beam=110 ip=IP66 mount=支架 life=30000
441|flood|球场高杆投光灯|TQ|688|9200|36000|烈阳 擎天|big|power=240/360^48/480^92/600^135|cct=5700 lumen~130 beam=40 ip=IP66 mount=支架 life=50000
442|flood|圆形工矿灯|GK|168|2800|12000|铁骑 烈阳 擎天|big|power=100/150^38/200^72 cct=4000/6500|lumen~130 beam=90 ip=IP65 mount=吊装 life=50000
442|flood|线型工矿灯|GX|258|3400|15000|铁骑 烈阳|big|power=100/150^32/200^62|cct=5000 lumen~135 beam=60 ip=IP54 mount=吊装 life=50000
443|flood|三防灯|SF|48|900|5200|三防卫 铁骑|lamp|power=18/36^35/48^60/60^85|cct=6500 lumen~105 beam=120 ip=IP65 mount=明装 life=30000
443|flood|应急双头灯|YJ|58|820|3800|长夜 三防卫|big2|backup=90/180^45|power=6 lumen~80 ip=IP30 mount=壁装 life=30000
443|flood|疏散指示灯|YZ|36|520|1800|长夜|big2|backup=90/180^40|power=1 lumen~30 ip=IP30 mount=壁装 life=30000
451|outdoor|模组路灯|LM|298|4600|22000|通途 朗道 望城|big|power=50/100^60/150^115/200^175 cct=3000/5000|lumen~130 ip=IP66 pole_height@power=6/8/10/12 material=压铸铝 life=50000
451|outdoor|压铸路灯|LY|218|3800|18000|通途 朗道 夜归|big|power=30/50^25/80^62/120^120 cct=4000/6000|lumen~120 ip=IP65 pole_height@power=4/6/7/9 material=压铸铝 life=50000
452|outdoor|一体化太阳能路灯|LT|298|5200|26000|逐日 通途|big|power=40/60^35/80^68/100^105|cct=6000 lumen~160 ip=IP65 pole_height@power=4/5/6/7 battery@power=20/30/40/50 material=压铸铝 life=50000 rated_voltage=3.2
452|outdoor|分体式太阳能路灯|LF|560|14000|78000|逐日 朗道|big|power=40/60^32/80^60/120^110|cct=5000 lumen~150 ip=IP66 pole_height@power=5/6/7/8 battery@power=30/45/60/90 material=压铸铝 life=50000 rated_voltage=12
453|outdoor|庭院灯|TY|328|6200|42000|园趣 夜归 望城|big|power=20/30^28/50^62 color=*|cct=3000 lumen~90 ip=IP65 pole_height=3.5 material=压铸铝 life=30000
453|outdoor|草坪灯|CP|96|1800|9800|园趣 夜归 石径|big2|power=7/10^22 color=*|cct=3000 lumen~75 ip=IP65 material=压铸铝 life=30000
454|outdoor|地埋灯|DM|68|980|2600|石径 园趣 望城|big2|power=6/9^25/18^85/24^125|cct=3000 lumen~80 ip=IP67 material=不锈钢 life=30000 rated_voltage=24
454|outdoor|洗墙灯|XQ|138|2200|5200|望城 石径|big2|power=18/24^22/36^58 cct=3000/4000|lumen~90 ip=IP66 material=铝型材 life=30000 rated_voltage=24
501|smart|单火智能开关|ZD|98|130|280|panel/4|sm|gang=一开/二开^18/三开^35 color=*|protocol=蓝牙Mesh supply=单火线 rated_current=10
501|smart|零火智能开关|ZL|118|140|280|panel/5|sm|gang=一开/二开^16/三开^32 color=*|protocol=Zigbee supply=零火线 rated_current=10
502|smart|情景面板|ZQ|268|180|320|灵境 知微 触界 万象|sm|protocol=Zigbee/蓝牙Mesh color=*|supply=零火线 gang=六键
502|smart|全面屏中控|ZP|1280|420|900|灵境|sm|color=*|protocol=Zigbee supply=零火线 devices=128
503|smart|智能墙壁插座|ZC|128|140|280|万象 随心 知微|sm|color=* protocol=Zigbee/Wi-Fi|supply=零火线 rated_current=16
503|smart|智能移动插座|ZY|59|110|260|随心|sm|protocol=Wi-Fi/蓝牙Mesh|color=雅白 supply=插座取电 rated_current=10
511|smart|智能吸顶灯|ZX|328|2600|38000|灵光 识昼 氛围|big|power=36/48^30/72^75|protocol=蓝牙Mesh supply=交流供电 color=雅白 cct=4000 lumen~85 dimming=无级调光
512|smart|智能筒灯|ZT|78|210|620|灵光 识昼 调和|lamp|power=7/9^15/12^35 protocol=蓝牙Mesh/Zigbee|supply=交流供电 color=雅白 cct=4000 lumen~85 dimming=无级调光
512|smart|智能磁吸射灯|ZS|148|380|1000|灵光 识昼|lamp|power=6/12^40 protocol=蓝牙Mesh/Zigbee|supply=直流48V color=曜石黑 cct=4000 lumen~82 dimming=无级调光
513|smart|双色温调光驱动|ZK|118|240|420|调和 识昼|sm|power=60/100^38/200^95|protocol=DALI supply=交流供电 color=雅白 dimming=DALI
513|smart|彩色灯带控制器|ZR|88|130|300|氛围 调和|sm|protocol=Wi-Fi/蓝牙Mesh|supply=直流24V color=雅白 dimming=无级调光
521|sensor|人体存在传感器|GR|168|90|220|感知 安睿|sm|protocol=Zigbee/Wi-Fi color=*|supply=交流供电 range=6
521|sensor|红外移动传感器|GH|69|60|160|感知 安睿|sm|protocol=Zigbee/蓝牙Mesh|color=雅白 supply=纽扣电池 range=7
522|sensor|门窗传感器|GM|49|40|120|感知 安睿|sm|protocol=Zigbee/蓝牙Mesh|color=雅白 supply=纽扣电池
522|sensor|水浸传感器|GS|59|45|130|感知 安睿|sm|protocol=Zigbee/蓝牙Mesh|color=雅白 supply=纽扣电池
523|sensor|温湿度传感器|GW|56|40|110|感知 枢纽|sm|protocol=Zigbee/蓝牙Mesh|color=雅白 supply=纽扣电池
523|sensor|烟雾报警器|GY|138|160|520|安睿|sm|protocol=Zigbee/Wi-Fi|color=雅白 supply=锂电池
524|sensor|多模网关|GG|248|180|480|枢纽 安睿|sm|devices=64/128^45 color=*|protocol=Zigbee supply=适配器供电
524|sensor|边缘主机|GB|980|620|1800|枢纽|sm|devices=200/500^65|protocol=Zigbee color=曜石黑 supply=适配器供电
`
