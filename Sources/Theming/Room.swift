enum ThemingRoom {}
