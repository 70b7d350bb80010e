CREATE TABLE judgement (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL,
  proposals TEXT NOT NULL,
  alone BOOLEAN NOT NULL,
  sure INTEGER,
  reasons TEXT NOT NULL,
  temper INTEGER NOT NULL,
  level TEXT NOT NULL,
  corrected BOOLEAN NOT NULL,
  temper_reasons TEXT NOT NULL,
  CONSTRAINT uq_judgement_ticket_id UNIQUE (ticket_id),
  CONSTRAINT fk_judgement_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id),
  CONSTRAINT ck_judgement_alone CHECK (alone IN (0, 1)),
  CONSTRAINT ck_judgement_level CHECK (level IN ('calm', 'displeased', 'angry', 'threatening')),
  CONSTRAINT ck_judgement_corrected CHECK (corrected IN (0, 1))
);
CREATE INDEX ix_judgement_temper ON judgement (temper);
CREATE TABLE lesson (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL,
  category_id INTEGER NOT NULL,
  CONSTRAINT uq_lesson_ticket_id UNIQUE (ticket_id),
  CONSTRAINT fk_lesson_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id),
  CONSTRAINT fk_lesson_category_id FOREIGN KEY(category_id) REFERENCES category (id)
);
CREATE TABLE keyword (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  category_id INTEGER NOT NULL,
  word TEXT NOT NULL,
  CONSTRAINT fk_keyword_category_id FOREIGN KEY(category_id) REFERENCES category (id),
  CONSTRAINT uq_keyword_word UNIQUE (word)
);
CREATE INDEX ix_keyword_category_id ON keyword (category_id);
CREATE TABLE temper_word (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  word TEXT NOT NULL,
  weight INTEGER NOT NULL,
  CONSTRAINT uq_temper_word_word UNIQUE (word)
);
CREATE TABLE classifier (
  id INTEGER NOT NULL,
  algorithm TEXT NOT NULL,
  labels TEXT NOT NULL,
  texts INTEGER NOT NULL,
  steps INTEGER NOT NULL,
  newest INTEGER NOT NULL,
  decisions TEXT NOT NULL,
  CONSTRAINT pk_classifier PRIMARY KEY (id)
);
CREATE TABLE feature_row (
  id INTEGER NOT NULL,
  packed BLOB NOT NULL,
  CONSTRAINT pk_feature_row PRIMARY KEY (id)
);
