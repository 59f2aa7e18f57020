-- org: divisions, staff, roles, permissions. The brand's own settings: no dealer rows (exempt list).
-- +goose Up
CREATE SCHEMA org;
GRANT USAGE ON SCHEMA org TO qudao_app, qudao_worker;
CREATE TABLE org.division (
  id   int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON org.division TO qudao_app, qudao_worker;
CREATE TABLE org.staff (
  id         int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code       text NOT NULL UNIQUE,
  name       text NOT NULL,
  login_id   uuid NOT NULL UNIQUE REFERENCES identity.login,
  department text NOT NULL DEFAULT '',
  data_scope text NOT NULL CHECK (data_scope IN ('all', 'own')),  -- own: dealers whose rep this is
  state      text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'left')),
  version    int NOT NULL DEFAULT 1
);
CREATE TABLE org.role (
  id          int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code        text NOT NULL UNIQUE,
  name        text NOT NULL,
  permissions text[] NOT NULL,
  version     int NOT NULL DEFAULT 1
);
CREATE TABLE org.staff_role (
  staff_id int NOT NULL REFERENCES org.staff,
  role_id  int NOT NULL REFERENCES org.role,
  PRIMARY KEY (staff_id, role_id)
);
CREATE INDEX staff_role_role ON org.staff_role (role_id);
SELECT audit.watch('org.division', '{code}'), audit.watch('org.staff', '{code}'), audit.watch('org.role', '{code}'),
       audit.watch('org.staff_role', '{staff_id,role_id}');
GRANT SELECT, INSERT, UPDATE ON org.staff, org.role TO qudao_app, qudao_worker;
GRANT SELECT, INSERT, DELETE ON org.staff_role TO qudao_app, qudao_worker;
