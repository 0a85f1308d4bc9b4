namespace HpcVerify.Verifier.Bounded;

/// <summary>Where a buffer lies that has no object of its own: so many elements behind the start of another buffer.</summary>
public sealed record BufferOverlap(string Host, int Shift)
{
    /// <summary><c>y = x + 1</c>, or <c>x and y the same</c>.</summary>
    public string Describe(string guest) => Shift == 0 ? $"{Host} and {guest} the same" : FormattableString.Invariant($"{guest} = {Host} + {Shift}");
}
