using HpcVerify.Verifier.Inputs;

namespace HpcVerify.Verifier.Bounded;

/// <summary>One scalar that a call leaves behind: an element of a buffer, or what it returns. Its name is made when asked for.</summary>
internal readonly record struct OutputPlace(string Buffer, int Index)
{
    public static readonly OutputPlace Returned = new(Mismatch.ReturnedValue, 0);

    /// <summary><c>C[3]</c></summary>
    public override string ToString() => this == Returned ? Buffer : FormattableString.Invariant($"{Buffer}[{Index}]");
}
