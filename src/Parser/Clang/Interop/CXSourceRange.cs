using System.Runtime.CompilerServices;

namespace ClangSharp.Interop;

/// <summary>The text between two positions; the end is one past the last character.</summary>
public partial struct CXSourceRange : IEquatable<CXSourceRange>
{
    public _ptr_data_e__FixedBuffer ptr_data;
    public uint begin_int_data;
    public uint end_int_data;

    public static CXSourceRange Null => clang.getNullRange();

    public readonly bool IsNull => clang.Range_isNull(this) != 0;

    public readonly CXSourceLocation Start => clang.getRangeStart(this);

    public readonly CXSourceLocation End => clang.getRangeEnd(this);

    public static bool operator ==(CXSourceRange left, CXSourceRange right) => Equals(left, right);

    public static bool operator !=(CXSourceRange left, CXSourceRange right) => !Equals(left, right);

    public static CXSourceRange Create(CXSourceLocation begin, CXSourceLocation end) => clang.getRange(begin, end);

    public static bool Equals(CXSourceRange range1, CXSourceRange range2) => clang.equalRanges(range1, range2) != 0;

    public override readonly bool Equals(object? obj) => obj is CXSourceRange other && Equals(other);

    public readonly bool Equals(CXSourceRange other) => this == other;

    public override readonly int GetHashCode() => HashCode.Combine(begin_int_data, end_int_data);

    /// <summary>Two words private to libclang.</summary>
    public unsafe partial struct _ptr_data_e__FixedBuffer
    {
        public void* e0;
        public void* e1;

        public ref void* this[int index]
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                fixed (void** pThis = &e0)
                {
                    return ref pThis[index];
                }
            }
        }
    }
}
