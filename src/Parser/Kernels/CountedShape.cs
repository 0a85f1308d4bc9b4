namespace HpcVerify.Parser.Kernels;

/// <summary>
/// A loop that runs an index from <paramref name="Lower"/> by <paramref name="Step"/> while it compares with
/// <paramref name="Bound"/>, and changes the index nowhere else.
/// </summary>
/// <param name="Lower">The first value; null when the loop takes the index as it finds it.</param>
/// <param name="Comparison">How index and bound compare, the index on the left.</param>
/// <param name="Step">What is added, or subtracted if <paramref name="IsDecreasing"/>; it does not change in the loop.</param>
/// <param name="IsBoundInvariant">Whether nothing in the loop can change the bound.</param>
/// <param name="IsStepInBody">Whether the index is stepped by the last statement of the body.</param>
/// <param name="IsIndexConverted">Whether the index is compared after a conversion that can change its value.</param>
public sealed record CountedShape(
    Variable Index,
    Value? Lower,
    Value Bound,
    Operation Comparison,
    Value Step,
    bool IsDecreasing,
    bool IsBoundInvariant,
    bool IsStepInBody,
    bool IsIndexConverted);
