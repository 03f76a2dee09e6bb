package store

// SumOf is what the column sum of a row holds, for tests that write rows as earlier versions did.
func SumOf(values ...any) int64 { return sumOf(values...) }
