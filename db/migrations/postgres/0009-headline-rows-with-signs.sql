-- The rows of headlines say how a target is compared with and where its range ends. They are derived, see 0005.
DELETE FROM headline_rows;
