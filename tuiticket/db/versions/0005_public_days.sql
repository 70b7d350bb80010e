CREATE TABLE shop_calendar (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "key" TEXT NOT NULL,
  zone TEXT NOT NULL,
  week TEXT NOT NULL,
  closed TEXT NOT NULL,
  makeup TEXT NOT NULL,
  special TEXT NOT NULL,
  edition INTEGER NOT NULL,
  public TEXT,
  CONSTRAINT uq_shop_calendar_key UNIQUE ("key")
);
