package identity

import (
	"strings"
	"time"

	"qudao/internal/clock"
	"qudao/internal/fault"
	"qudao/internal/mail"
)

// wording is a letter with words in braces for what it names.
type wording struct {
	subject    string
	paragraphs []string
	button     string
	note       string
}

// letters are the texts of each letter of this package in both languages.
var letters = map[string]map[fault.Language]wording{
	linkInvitation: {
		fault.Chinese: {"{inviter}邀请您使用订货平台",
			[]string{"您好，{name}：", "{inviter}为您开通了账号，用户名为 {username}。请点击下面的按钮设置密码，即可登录使用。"},
			"设置密码并登录", "链接在 {ends} 之前有效，且只能使用一次。如果您不认识邀请方，请忽略本邮件。"},
		fault.English: {"{inviter} invites you to its ordering platform",
			[]string{"Hello {name},", "{inviter} has opened an account for you. Your username is {username}. Choose a password to sign in."},
			"Choose a password", "The link works once, until {ends}. If you do not know the sender, ignore this letter."},
	},
	linkReset: {
		fault.Chinese: {"重置您的密码",
			[]string{"我们收到了为用户名 {username} 重置密码的请求。请点击下面的按钮设置新密码。"},
			"设置新密码", "链接在 {ends} 之前有效，且只能使用一次。如果不是您本人操作，请忽略本邮件，您的密码不会改变。"},
		fault.English: {"Set a new password",
			[]string{"Somebody asked for a new password for the username {username}. Use the button below to set it."},
			"Set a new password", "The link works once, until {ends}. If it was not you, ignore this letter: your password stays as it is."},
	},
	"password": {
		fault.Chinese: {"您的密码已修改",
			[]string{"用户名 {username} 的密码已于 {at} 修改，其他设备上的登录已全部退出。", "如果不是您本人操作，请立即联系管理员。"}, "", ""},
		fault.English: {"Your password was changed",
			[]string{"The password of {username} was changed at {at}. Other devices have been signed out.", "If it was not you, tell your administrator at once."}, "", ""},
	},
	"email": {
		fault.Chinese: {"您的邮箱地址已修改",
			[]string{"用户名 {username} 的邮箱地址已于 {at} 修改，以后的邮件将发往新地址。", "如果不是您本人操作，请立即联系管理员。"}, "", ""},
		fault.English: {"Your e-mail address was changed",
			[]string{"The e-mail address of {username} was changed at {at}. Letters go to the new address from now on.", "If it was not you, tell your administrator at once."}, "", ""},
	},
	"totp_on": {
		fault.Chinese: {"您已开启两步验证",
			[]string{"用户名 {username} 已于 {at} 开启两步验证，以后登录时还需要输入动态验证码。", "如果不是您本人操作，请立即联系管理员。"}, "", ""},
		fault.English: {"Two-step sign-in is on",
			[]string{"Two-step sign-in was turned on for {username} at {at}. From now on signing in takes a code as well.", "If it was not you, tell your administrator at once."}, "", ""},
	},
	"totp_off": {
		fault.Chinese: {"您的两步验证已关闭",
			[]string{"用户名 {username} 的两步验证已于 {at} 关闭。", "如果不是您本人操作，也没有联系管理员，请立即告知管理员。"}, "", ""},
		fault.English: {"Two-step sign-in is off",
			[]string{"Two-step sign-in was turned off for {username} at {at}.", "If neither you nor your administrator on your request did that, tell your administrator at once."}, "", ""},
	},
}

// write fills in a letter's words; a word in braces that was typed by a person stays as it is.
func write(which string, to contactRow, lang fault.Language, words ...string) mail.Letter {
	if lang != fault.English {
		lang = fault.Chinese
	}
	w := letters[which][lang]
	fill := strings.NewReplacer(append([]string{"{username}", to.Username}, words...)...)
	out := mail.Letter{To: to.Email, Language: lang, Content: mail.Content{Subject: fill.Replace(w.subject), Note: fill.Replace(w.note)}}
	for _, p := range w.paragraphs {
		out.Paragraphs = append(out.Paragraphs, fill.Replace(p))
	}
	return out
}

func (w wording) linked(l mail.Letter, link Link) mail.Letter {
	l.Button = &mail.Button{Label: w.button, Path: link.Path}
	return l
}

func invitationLetter(in Invite, link Link) mail.Letter {
	name := in.Name
	if name == "" {
		name = in.Username
	}
	l := write(linkInvitation, contactRow{Username: normal(in.Username), Email: in.Email}, in.Language,
		"{inviter}", in.Inviter, "{name}", name, "{ends}", when(link.ExpiresAt))
	return letters[linkInvitation][l.Language].linked(l, link)
}

func resetLetter(to contactRow, link Link, lang fault.Language) mail.Letter {
	l := write(linkReset, to, lang, "{ends}", when(link.ExpiresAt))
	return letters[linkReset][l.Language].linked(l, link)
}

func passwordLetter(to contactRow, lang fault.Language, at time.Time) mail.Letter {
	return write("password", to, lang, "{at}", when(at))
}

func emailLetter(to contactRow, lang fault.Language, at time.Time) mail.Letter {
	return write("email", to, lang, "{at}", when(at))
}

func totpOnLetter(to contactRow, lang fault.Language, at time.Time) mail.Letter {
	return write("totp_on", to, lang, "{at}", when(at))
}

func totpOffLetter(to contactRow, lang fault.Language, at time.Time) mail.Letter {
	return write("totp_off", to, lang, "{at}", when(at))
}

// when is a moment in the brand's zone, in the same form in both languages.
func when(t time.Time) string { return t.In(clock.Zone).Format("2006-01-02 15:04") }
