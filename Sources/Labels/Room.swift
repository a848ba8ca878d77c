enum LabelsRoom {}
