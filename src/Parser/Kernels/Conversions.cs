namespace HpcVerify.Parser.Kernels;

/// <summary>Values seen through the conversions around them, for those whom the width and kind of a number do not matter to.</summary>
public static class Conversions
{
    /// <summary>What is converted, however often.</summary>
    public static Value Unconverted(this Value value) => value is Value.Convert convert ? Unconverted(convert.Operand) : value;

    /// <summary>Whether a value is what a variable holds, however converted.</summary>
    public static bool IsValueOf(this Value value, Variable variable) => value.Unconverted() is Value.Load { Place: Place.Named named } && named.Variable == variable;
}
