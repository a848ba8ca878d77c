enum BuildingRoom {}
