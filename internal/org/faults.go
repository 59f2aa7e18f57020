package org

import "qudao/internal/fault"

// What can be wrong with any piece of master data. The packages above use them too.
var (
	CodeInvalid = fault.Define(fault.Invalid, "code_invalid", "编码须为 1 至 40 个字母、数字或 . _ -，并以字母或数字开头。", "A code has 1 to 40 letters, digits or . _ -, and begins with a letter or a digit.")
	CodeTaken   = fault.Define(fault.Conflict, "code_taken", "编码“{code}”已存在。", "The code {code} exists already.")
	CodeUnknown = fault.Define(fault.Invalid, "code_unknown", "没有编码为“{code}”的记录。", "Nothing has the code {code}.")
	Required    = fault.Define(fault.Invalid, "field_required", "必须填写。", "This must be filled in.")
	TextTooLong = fault.Define(fault.Invalid, "text_too_long", "最多 {maximum} 个字。", "This has at most {maximum} characters.")
	NotOneOf    = fault.Define(fault.Invalid, "value_not_allowed", "只能是：{allowed}。", "This must be one of: {allowed}.")
)

// The refusals of staff, roles and keys.
var (
	PermissionUnknown = fault.Define(fault.Invalid, "permission_unknown", "没有权限“{permission}”。", "There is no permission {permission}.")
	OwnRights         = fault.Define(fault.Refused, "own_rights", "不能更改自己的角色、数据范围或状态，请由另一位管理员操作。", "Nobody changes their own roles, data scope or state. Ask another administrator.")
	KeySeesAll        = fault.Define(fault.Denied, "key_sees_all", "接口密钥可见全部经销商，您的数据范围不允许创建。", "An API key sees every dealer; your data scope does not, so you cannot make one.")
	LastAdministrator = fault.Define(fault.Refused, "last_administrator", "至少要保留一名可维护员工与角色、可授予任意权限并可见全部经销商的在职员工。", "At least one active member of staff must be able to edit staff and roles, to grant any right, and see every dealer.")
	GrantBeyond       = fault.Define(fault.Denied, "grant_beyond", "不能授予自己没有的权限：{permission}。请由可授予任意权限的管理员操作。", "Nobody grants a permission they do not have: {permission}. Ask an administrator who may grant any.")
	GrantRows         = fault.Define(fault.Denied, "grant_rows", "这会让对方看到您看不到的经销商。请由可授予任意权限的管理员操作。", "It would let somebody see dealers that you do not see. Ask an administrator who may grant any right.")
	MightierMember    = fault.Define(fault.Denied, "member_mightier", "该员工的权限超出您的权限，不能由您重设密码。", "This member of staff has rights that you do not have; their password is not yours to set.")
	ScopeListUnused   = fault.Define(fault.Invalid, "scope_list_unused", "所选数据权限不使用此项。", "The chosen data permission does not use this.")
	DepartmentRing    = fault.Define(fault.Refused, "department_ring", "部门不能放到自己或自己的下级部门之下。", "A department cannot stand below itself.")
	DepartmentUsed    = fault.Define(fault.Refused, "department_used", "部门仍在使用：下级部门 {below} 个，员工 {members} 名，部门内角色 {roles} 个。", "The department is in use: {below} departments below it, {members} members of staff, {roles} roles within it.")
)
