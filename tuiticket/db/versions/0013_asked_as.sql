CREATE TABLE article (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  category_id INTEGER,
  source TEXT,
  uses INTEGER NOT NULL,
  version INTEGER NOT NULL,
  asked_as TEXT NOT NULL,
  body TEXT NOT NULL,
  CONSTRAINT fk_article_category_id FOREIGN KEY(category_id) REFERENCES category (id),
  CONSTRAINT uq_article_source UNIQUE (source),
  CONSTRAINT ck_article_kind CHECK (kind IN ('faq', 'case', 'training'))
);
