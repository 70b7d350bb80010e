CREATE TABLE settings (
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  zone TEXT NOT NULL,
  language TEXT NOT NULL,
  mail_domain TEXT NOT NULL,
  mail_addresses TEXT NOT NULL,
  mail_secret TEXT NOT NULL,
  first_number INTEGER NOT NULL,
  kind_teams TEXT NOT NULL,
  close_after_s INTEGER NOT NULL,
  archive_after_s INTEGER NOT NULL,
  hold_s INTEGER NOT NULL,
  weights TEXT NOT NULL,
  waiting_weight FLOAT NOT NULL,
  unrouted_s INTEGER,
  sticky BOOLEAN NOT NULL,
  break_s INTEGER NOT NULL,
  rebound_within_s INTEGER NOT NULL,
  duplicates_within_s INTEGER NOT NULL,
  CONSTRAINT pk_settings PRIMARY KEY (id),
  CONSTRAINT ck_settings_single CHECK (id = 1),
  CONSTRAINT ck_settings_sticky CHECK (sticky IN (0, 1))
);
CREATE TABLE possible_duplicate (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL,
  other_id INTEGER NOT NULL,
  ground TEXT NOT NULL,
  percent INTEGER NOT NULL,
  words TEXT NOT NULL,
  apart BOOLEAN NOT NULL,
  CONSTRAINT fk_possible_duplicate_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id),
  CONSTRAINT fk_possible_duplicate_other_id FOREIGN KEY(other_id) REFERENCES ticket (id),
  CONSTRAINT ck_possible_duplicate_ground CHECK (ground IN ('customer', 'order', 'number', 'name')),
  CONSTRAINT ck_possible_duplicate_apart CHECK (apart IN (0, 1))
);
CREATE INDEX ix_possible_duplicate_ticket_id ON possible_duplicate (ticket_id);
CREATE INDEX ix_possible_duplicate_other_id ON possible_duplicate (other_id);
