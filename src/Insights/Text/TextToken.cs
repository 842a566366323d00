namespace Insights.Text;

/// <summary>One token of a text: where it stands and the hash of its normalised form. Equal hashes mean equal tokens.</summary>
/// <param name="Start">Offset of the first UTF-16 code unit.</param>
/// <param name="Length">Number of UTF-16 code units, apostrophes included.</param>
/// <param name="Hash">64-bit hash of the lower-case letters and digits.</param>
/// <param name="IsShape">True when the hash stands for the token's shape (a mask, a long number, a reference): others of the shape share it.</param>
public readonly record struct TextToken(int Start, int Length, ulong Hash, bool IsShape = false);
