package office

import (
	"qudao/internal/fault"
	"qudao/internal/httpapi/view"
	"qudao/internal/org"
)

// CodeDiffers refuses an edit whose body names another document than its path.
var CodeDiffers = fault.Define(fault.Invalid, "code_differs", "编码与地址中的“{code}”不一致；编码不能修改。", "The code differs from {code} in the address. A code cannot be changed.")

// sameCode lets a body repeat the code in the path, and say no other.
func sameCode(path, body string) error {
	if body != "" && body != path {
		return CodeDiffers.At("code", "code", path)
	}
	return nil
}

// ByCode names a document by its code. Embed it in an input.
type ByCode struct {
	Code string `path:"code" maxLength:"64"`
}

// List is all there is, where that is little.
type List[T any] struct {
	Items []T `json:"items"`
}

type listOutput[T any] struct{ Body List[T] }

// listed answers with each item as it is shown.
func listed[A, B any](items []A, err error, show func(A) B) (*listOutput[B], error) {
	if err != nil {
		return nil, err
	}
	return &listOutput[B]{List[B]{Items: view.Each(items, show)}}, nil
}

func codes(refs []org.Ref) []string {
	return view.Each(refs, func(r org.Ref) string { return r.Code })
}
