using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors;

/// <summary>Objects that hold what they were initialised with for good.</summary>
internal static class ConstantObjects
{
    public static bool IsConstant(CType type) =>
        type is { IsConst: true, IsVolatile: false } || (type is CType.Array array && IsConstant(array.Element));
}
