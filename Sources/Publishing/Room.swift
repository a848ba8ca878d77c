enum PublishingRoom {}
