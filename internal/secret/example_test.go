package secret_test

import (
	"encoding/json"
	"fmt"

	"qudao/internal/secret"
)

// A contact is shown masked everywhere; revealing is written out.
func Example() {
	contact := struct {
		Name  secret.Name  `json:"name"`
		Phone secret.Phone `json:"phone"`
		Key   secret.Text  `json:"key"`
	}{"张小明", "13800138000", secret.NewText("open sesame")}

	fmt.Printf("%+v\n", contact)
	shown, _ := json.Marshal(contact)
	fmt.Println(string(shown))
	fmt.Println(contact.Phone.Reveal())

	token, hash := secret.NewToken()
	fmt.Println(len(token), len(hash))
	// Output:
	// {Name:张* Phone:138****8000 Key:***}
	// {"name":"张*","phone":"138****8000","key":"***"}
	// 13800138000
	// 43 32
}
