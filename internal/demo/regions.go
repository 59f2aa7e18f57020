package demo

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
)

//go:embed regions.json
var regionsJSON []byte

// Region is an administrative division of China: a province, a city or a county.
type Region struct {
	// Code is the official one of six digits: 330000, 330100, 330106.
	Code int
	// Parent is the code of the division above, 0 for a province.
	Parent int
	// Level is 1 for a province, 2 for a city, 3 for a county.
	Level int
	// Name is the official one. Cities of the four municipalities are called 市辖区.
	Name string
	// Path is the name from the province down, as on an address: 浙江省杭州市西湖区, 北京市朝阳区.
	Path string
}

// Regions are the administrative divisions of China, a parent before its children. They must not be
// changed.
func Regions() []Region { return loadAtlas().all }

// RegionUnder tells whether a division is the given one or lies under it. It reads the codes alone:
// trailing pairs of zeros stand for everything below.
func RegionUnder(code, above int) bool {
	switch {
	case above%10_000 == 0:
		return code/10_000 == above/10_000
	case above%100 == 0:
		return code/100 == above/100
	default:
		return code == above
	}
}

// atlas is the embedded list of divisions with its indexes.
type atlas struct {
	all      []Region
	byCode   map[int]int
	cities   []int         // where dealers are: codes of level 2 without the fillers of the code system
	counties map[int][]int // by city
}

var loadAtlas = sync.OnceValue(func() atlas {
	var rows [][2]any
	if err := json.Unmarshal(regionsJSON, &rows); err != nil {
		panic(fmt.Errorf("read embedded regions: %w", err))
	}
	a := atlas{byCode: make(map[int]int, len(rows)), counties: map[int][]int{}}
	for _, row := range rows {
		a.add(int(row[0].(float64)), row[1].(string))
	}
	return a
})

// add appends a division; the rows come sorted, so that a parent stands before its children.
func (a *atlas) add(code int, name string) {
	r := Region{Code: code, Level: 1, Name: name, Path: name}
	switch {
	case code%100 != 0:
		r.Level, r.Parent = 3, code/100*100
		a.counties[r.Parent] = append(a.counties[r.Parent], code)
	case code%10_000 != 0:
		r.Level, r.Parent = 2, code/10_000*10_000
		if !isFiller(name) || code%10_000 == 100 {
			a.cities = append(a.cities, code)
		}
	}
	if r.Parent != 0 {
		above := a.all[a.byCode[r.Parent]].Path
		r.Path = above + name
		if isFiller(name) {
			r.Path = above
		}
	}
	a.byCode[code] = len(a.all)
	a.all = append(a.all, r)
}

// isFiller tells a division that exists in the code system only, not on an address.
func isFiller(name string) bool {
	return name == "市辖区" || name == "县" || strings.HasSuffix(name, "直辖县级行政区划")
}

// region returns a division that must exist.
func (a *atlas) region(code int) Region { return a.all[a.byCode[code]] }

// short is the name of a city as companies carry it: 杭州, 北京, 延边.
func (a *atlas) short(city int) string {
	name := a.region(city).Name
	if isFiller(name) {
		name = a.region(city / 10_000 * 10_000).Name
	}
	for _, tail := range []string{"市", "地区", "盟", "省", "自治区"} {
		name = strings.TrimSuffix(name, tail)
	}
	for _, people := range []string{
		"布依族苗族自治州", "苗族侗族自治州", "土家族苗族自治州", "藏族羌族自治州", "哈尼族彝族自治州", "壮族苗族自治州",
		"傣族景颇族自治州", "蒙古族藏族自治州", "朝鲜族自治州", "藏族自治州", "彝族自治州", "傣族自治州", "白族自治州",
		"傈僳族自治州", "回族自治州", "蒙古自治州", "柯尔克孜自治州", "哈萨克自治州",
	} {
		name = strings.TrimSuffix(name, people)
	}
	return name
}

// Area is one of the seven sales areas (大区), a set of provinces.
type Area struct {
	Code, Name, NameEN string
	// Provinces are region codes.
	Provinces []int
	// Warehouse is the code of the one that serves it.
	Warehouse string
}

var areas = []Area{
	{"HD", "华东", "East China", []int{310000, 320000, 330000, 340000, 350000, 360000, 370000}, "WH-NB"},
	{"HN", "华南", "South China", []int{440000, 450000, 460000}, "WH-FS"},
	{"HZ", "华中", "Central China", []int{410000, 420000, 430000}, "WH-WH"},
	{"HB", "华北", "North China", []int{110000, 120000, 130000, 140000, 150000}, "WH-TJ"},
	{"DB", "东北", "Northeast China", []int{210000, 220000, 230000}, "WH-TJ"},
	{"XN", "西南", "Southwest China", []int{500000, 510000, 520000, 530000, 540000}, "WH-CD"},
	{"XB", "西北", "Northwest China", []int{610000, 620000, 630000, 640000, 650000}, "WH-XA"},
}

// areaOf returns the sales area of a division on the mainland.
func areaOf(code int) Area {
	for _, area := range areas {
		for _, province := range area.Provinces {
			if RegionUnder(code, province) {
				return area
			}
		}
	}
	return areas[0]
}

// provinceWeight is how many dealers of a thousand sit in a province, after its people and trade.
var provinceWeight = map[int]int{
	11: 30, 12: 18, 13: 42, 14: 22, 15: 16, 21: 32, 22: 16, 23: 20, 31: 34, 32: 82, 33: 88, 34: 44, 35: 42, 36: 32, 37: 78,
	41: 64, 42: 46, 43: 44, 44: 108, 45: 28, 46: 8, 50: 30, 51: 58, 52: 22, 53: 26, 54: 3, 61: 28, 62: 13, 63: 4, 64: 6, 65: 16,
}

// strongCity lists cities that trade more than their neighbours, beside the provincial capitals.
var strongCity = map[int]int{
	440300: 9, 440600: 6, 441900: 6, 442000: 4, 320500: 8, 320200: 5, 330200: 7, 330300: 6, 330700: 5, 370200: 7, 210200: 6,
	350200: 5, 350500: 5, 130200: 4, 370600: 4, 320300: 3, 410300: 3, 420500: 2, 430200: 2, 440500: 2, 330600: 4, 331000: 3,
}

// cityWeight shares the weight of the province among its cities.
func cityWeight(a *atlas, code int) int {
	share := 1
	if code%10_000 == 100 {
		share = 8
	}
	if strong, ok := strongCity[code]; ok {
		share = strong
	}
	total := 0
	for _, city := range a.cities {
		if city/10_000 != code/10_000 {
			continue
		}
		switch strong, ok := strongCity[city]; {
		case ok:
			total += strong
		case city%10_000 == 100:
			total += 8
		default:
			total++
		}
	}
	return provinceWeight[code/10_000] * share * 1000 / total
}

// province is the name of the province a division lies in.
func (a *atlas) province(code int) string { return a.region(code / 10_000 * 10_000).Name }
