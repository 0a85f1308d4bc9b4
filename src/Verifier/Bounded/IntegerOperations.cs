namespace HpcVerify.Verifier.Bounded;

/// <summary>
/// An operation on two integers of known bits, of a width that leaves <c>unused</c> bits of a word. Types, not delegates, so
/// that code is compiled for each.
/// </summary>
internal interface IIntegerOperation
{
    /// <summary>The bits of the result; false where it does not fit its signed type.</summary>
    static abstract bool TryCompute(ulong left, ulong right, int unused, out ulong bits);
}

/// <summary>The operations. Signed ones work on words whose highest bits are the operands', so that the word overflows when they do.</summary>
internal static class IntegerOperations
{
    internal readonly struct SignedAdd : IIntegerOperation
    {
        public static bool TryCompute(ulong left, ulong right, int unused, out ulong bits)
        {
            var (x, y) = ((long)(left << unused), (long)(right << unused));
            var sum = unchecked(x + y);
            bits = (ulong)sum >> unused;
            return ((x ^ sum) & (y ^ sum)) >= 0;
        }
    }

    internal readonly struct SignedSubtract : IIntegerOperation
    {
        public static bool TryCompute(ulong left, ulong right, int unused, out ulong bits)
        {
            var (x, y) = ((long)(left << unused), (long)(right << unused));
            var difference = unchecked(x - y);
            bits = (ulong)difference >> unused;
            return ((x ^ y) & (x ^ difference)) >= 0;
        }
    }

    internal readonly struct SignedMultiply : IIntegerOperation
    {
        public static bool TryCompute(ulong left, ulong right, int unused, out ulong bits)
        {
            var high = Math.BigMul((long)(left << unused), (long)(right << unused) >> unused, out long low);
            bits = (ulong)low >> unused;
            return high == low >> 63;
        }
    }

    internal readonly struct UnsignedAdd : IIntegerOperation
    {
        public static bool TryCompute(ulong left, ulong right, int unused, out ulong bits) => Wrapped(left + right, unused, out bits);
    }

    internal readonly struct UnsignedSubtract : IIntegerOperation
    {
        public static bool TryCompute(ulong left, ulong right, int unused, out ulong bits) => Wrapped(left - right, unused, out bits);
    }

    internal readonly struct UnsignedMultiply : IIntegerOperation
    {
        public static bool TryCompute(ulong left, ulong right, int unused, out ulong bits) => Wrapped(left * right, unused, out bits);
    }

    internal readonly struct And : IIntegerOperation
    {
        public static bool TryCompute(ulong left, ulong right, int unused, out ulong bits) => Wrapped(left & right, unused, out bits);
    }

    internal readonly struct Or : IIntegerOperation
    {
        public static bool TryCompute(ulong left, ulong right, int unused, out ulong bits) => Wrapped(left | right, unused, out bits);
    }

    internal readonly struct Xor : IIntegerOperation
    {
        public static bool TryCompute(ulong left, ulong right, int unused, out ulong bits) => Wrapped(left ^ right, unused, out bits);
    }

    internal readonly struct SignedLess : IIntegerOperation
    {
        public static bool TryCompute(ulong left, ulong right, int unused, out ulong bits) =>
            Truth((long)(left << unused) < (long)(right << unused), out bits);
    }

    internal readonly struct SignedLessOrEqual : IIntegerOperation
    {
        public static bool TryCompute(ulong left, ulong right, int unused, out ulong bits) =>
            Truth((long)(left << unused) <= (long)(right << unused), out bits);
    }

    internal readonly struct UnsignedLess : IIntegerOperation
    {
        public static bool TryCompute(ulong left, ulong right, int unused, out ulong bits) => Truth(left < right, out bits);
    }

    internal readonly struct UnsignedLessOrEqual : IIntegerOperation
    {
        public static bool TryCompute(ulong left, ulong right, int unused, out ulong bits) => Truth(left <= right, out bits);
    }

    internal readonly struct Equal : IIntegerOperation
    {
        public static bool TryCompute(ulong left, ulong right, int unused, out ulong bits) => Truth(left == right, out bits);
    }

    internal readonly struct NotEqual : IIntegerOperation
    {
        public static bool TryCompute(ulong left, ulong right, int unused, out ulong bits) => Truth(left != right, out bits);
    }

    /// <summary>The same with its operands exchanged.</summary>
    internal readonly struct Swapped<T> : IIntegerOperation
        where T : struct, IIntegerOperation
    {
        public static bool TryCompute(ulong left, ulong right, int unused, out ulong bits) => T.TryCompute(right, left, unused, out bits);
    }

    private static bool Wrapped(ulong exact, int unused, out ulong bits)
    {
        bits = exact << unused >> unused;
        return true;
    }

    private static bool Truth(bool truth, out ulong bits)
    {
        bits = truth ? 1UL : 0;
        return true;
    }
}
