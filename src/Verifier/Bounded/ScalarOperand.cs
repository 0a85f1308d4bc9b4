using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

/// <summary>What an operation reads. Types, not delegates, so that reading a variable or a constant costs no call.</summary>
internal interface IScalarOperand
{
    Scalar Read(Machine machine);
}

/// <summary>Any code.</summary>
internal readonly struct CodeOperand(Evaluate code) : IScalarOperand
{
    public Scalar Read(Machine machine) => code(machine);
}

/// <summary>A variable in a slot of the frame.</summary>
internal readonly struct RegisterOperand(int slot, string name, TextSpan span) : IScalarOperand
{
    public Scalar Read(Machine machine)
    {
        var value = machine.Slot(slot);
        return value.IsIndeterminate ? throw Missing(value) : value;
    }

    private RunEnded Missing(Scalar value) => Machine.Missing(value, $"'{name}'", span);
}

/// <summary>A number of the program's text.</summary>
internal readonly struct ConstantOperand(Scalar value) : IScalarOperand
{
    public Scalar Value => value;

    public Scalar Read(Machine machine) => value;
}
