namespace HpcVerify.Verifier.Parametric.Extracting;

/// <summary>The sign of a polynomial, where it is plain.</summary>
internal static class Signs
{
    /// <summary>1, 0 or -1; null where it may be several. Team sizes are positive.</summary>
    public static int? Of(IntegerPolynomial value)
    {
        if (value.Constant is { } number)
        {
            return number.Sign;
        }

        var signs = value.Terms.Select(term => term.Value.Sign).Distinct().ToList();
        return signs is [var only] && value.Dimensions.All(dimension => dimension.Kind == DimensionKind.ThreadCount) ? only : null;
    }
}
