"""What the tests share: reports made on the spot, drawn pages, data folders, warehouses."""
