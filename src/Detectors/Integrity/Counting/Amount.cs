namespace HpcVerify.Detectors.Integrity.Counting;

/// <summary>How often something is done, at least and at most: contents nobody knows may decide.</summary>
internal readonly record struct Amount(double Least, double Most)
{
    public static readonly Amount None = new(0, 0);

    public static Amount Exactly(double number) => new(number, number);

    public bool IsExact => Least.Equals(Most);

    public bool IsNone => Most == 0;

    /// <summary>The same where it may not be done at all.</summary>
    public Amount Perhaps => this with { Least = 0 };

    /// <summary>The same any number of times.</summary>
    public Amount AnyTimes => IsNone ? None : new(0, double.PositiveInfinity);

    public static Amount operator +(Amount left, Amount right) => new(left.Least + right.Least, left.Most + right.Most);

    public static Amount operator *(Amount amount, double times) => times == 0 ? None : new(amount.Least * times, amount.IsNone ? 0 : amount.Most * times);

    public static Amount Either(Amount left, Amount right) => new(Math.Min(left.Least, right.Least), Math.Max(left.Most, right.Most));
}

/// <summary>What a kernel makes of its inputs: floating-point operations, and bytes it stores to its outputs.</summary>
internal readonly record struct Work(Amount Operations, Amount Bytes)
{
    public static readonly Work None = new(Amount.None, Amount.None);

    public bool IsExact => Operations.IsExact && Bytes.IsExact;

    public bool IsNone => Operations.IsNone && Bytes.IsNone;

    public Work Perhaps => new(Operations.Perhaps, Bytes.Perhaps);

    public Work AnyTimes => new(Operations.AnyTimes, Bytes.AnyTimes);

    public static Work operator +(Work left, Work right) => new(left.Operations + right.Operations, left.Bytes + right.Bytes);

    public static Work operator *(Work work, double times) => new(work.Operations * times, work.Bytes * times);

    public static Work Either(Work left, Work right) => new(Amount.Either(left.Operations, right.Operations), Amount.Either(left.Bytes, right.Bytes));
}
