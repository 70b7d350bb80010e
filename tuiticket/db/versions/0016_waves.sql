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
  wave_least INTEGER NOT NULL,
  wave_within_s INTEGER NOT NULL,
  CONSTRAINT pk_settings PRIMARY KEY (id),
  CONSTRAINT ck_settings_single CHECK (id = 1),
  CONSTRAINT ck_settings_sticky CHECK (sticky IN (0, 1))
);
CREATE TABLE timer (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  due TEXT NOT NULL,
  ticket_id INTEGER,
  fire_at INTEGER NOT NULL,
  clock_id INTEGER,
  percent INTEGER,
  agent_id INTEGER,
  CONSTRAINT fk_timer_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id) ON DELETE CASCADE,
  CONSTRAINT fk_timer_clock_id FOREIGN KEY(clock_id) REFERENCES clock (id) ON DELETE CASCADE,
  CONSTRAINT fk_timer_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id) ON DELETE CASCADE,
  CONSTRAINT ck_timer_due CHECK (due IN ('step', 'close', 'archive', 'accept', 'widen', 'shift',
    'snooze', 'follow-up', 'wave'))
);
CREATE INDEX ix_timer_agent_id ON timer (agent_id);
CREATE INDEX ix_timer_clock_id ON timer (clock_id);
CREATE INDEX ix_timer_fire_at_id ON timer (fire_at, id);
CREATE INDEX ix_timer_ticket_id ON timer (ticket_id);
CREATE TABLE wave (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  also TEXT NOT NULL,
  marks TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  tickets INTEGER NOT NULL,
  expected INTEGER NOT NULL,
  told_at INTEGER NOT NULL,
  over_at INTEGER,
  CONSTRAINT ck_wave_kind CHECK (kind IN ('word', 'category', 'product', 'carrier'))
);
CREATE INDEX ix_wave_over_at ON wave (over_at);
CREATE TABLE wave_ticket (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  wave_id INTEGER NOT NULL,
  ticket_id INTEGER NOT NULL,
  CONSTRAINT fk_wave_ticket_wave_id FOREIGN KEY(wave_id) REFERENCES wave (id),
  CONSTRAINT uq_wave_ticket_ticket_id UNIQUE (ticket_id),
  CONSTRAINT fk_wave_ticket_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id)
);
CREATE INDEX ix_wave_ticket_wave_id ON wave_ticket (wave_id);
CREATE TABLE sighting (
  mark TEXT NOT NULL,
  at INTEGER NOT NULL,
  ticket_id INTEGER NOT NULL,
  CONSTRAINT pk_sighting PRIMARY KEY (mark, at, ticket_id)
) WITHOUT ROWID;
CREATE TABLE sighted (
  mark TEXT NOT NULL,
  day INTEGER NOT NULL,
  tickets INTEGER NOT NULL,
  CONSTRAINT pk_sighted PRIMARY KEY (mark, day)
) WITHOUT ROWID;
