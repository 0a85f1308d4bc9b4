using ClangSharp.Interop;
using static ClangSharp.Interop.CXCursorKind;

namespace HpcVerify.Parser.Clang;

/// <summary>Whether a record is laid out as its fields' types alone say (System V ABI for x86-64, 3.1.2).</summary>
internal static unsafe class RecordLayout
{
    private const int BitsPerByte = 8;

    /// <summary>False where <c>packed</c>, <c>aligned</c>, <c>_Alignas</c>, <c>#pragma pack</c> or an aligned typedef moves something.</summary>
    public static bool IsNatural(CXCursor record)
    {
        var members = Cursors.Members(record);
        if (members.Count == 0)
        {
            return true;
        }

        if (Cursors.Children(record).Concat(members.SelectMany(Cursors.Children)).Any(child => child.Kind is CXCursor_PackedAttr or CXCursor_AlignedAttr))
        {
            return false;
        }

        if (members.Exists(member => clang.Cursor_isBitField(member) != 0))
        {
            return true;
        }

        var (end, alignment) = (0L, 1L);
        foreach (var member in members)
        {
            var type = member.Type.CanonicalType;
            var offset = record.Kind == CXCursor_UnionDecl ? 0 : Aligned(end, type.AlignOf);
            if (!Cursors.IsUnnamedMember(member) && clang.Cursor_getOffsetOfField(member) != offset * BitsPerByte)
            {
                return false;
            }

            end = Math.Max(end, offset + type.SizeOf);
            alignment = Math.Max(alignment, type.AlignOf);
        }

        return record.Type.SizeOf == Aligned(end, alignment) && record.Type.AlignOf == alignment;
    }

    private static long Aligned(long offset, long alignment) => alignment <= 0 ? offset : (offset + alignment - 1) / alignment * alignment;
}
