SELECT * FROM wanted_satker
