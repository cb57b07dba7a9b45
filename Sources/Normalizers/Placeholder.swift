// Normalizers
