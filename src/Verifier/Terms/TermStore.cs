using System.Runtime.CompilerServices;

namespace HpcVerify.Verifier.Terms;

/// <summary>A value that depends on symbolic inputs. Within one store, two terms are the same exactly when their ids are.</summary>
public readonly record struct Term(int Id);

/// <summary>
/// Terms as columns of arrays, each built once (hash-consing: Ershov, "On programming of arithmetic operations", 1958;
/// Filliâtre and Conchon, "Type-safe modular hash-consing", 2006). Knows no meaning; <see cref="TermBuilder"/> does.
/// </summary>
public sealed class TermStore
{
    private const int FirstCapacity = 1 << 9;

    private const int NoElement = -1;

    private const int NoOperand = -1;

    private readonly List<(string Name, int Element)> _names = [];
    private readonly List<string> _functions = [];
    private Operator[] _operators = new Operator[FirstCapacity];
    private Sort[] _sorts = new Sort[FirstCapacity];
    private int[] _first = new int[FirstCapacity];
    private int[] _second = new int[FirstCapacity];
    private int[] _third = new int[FirstCapacity];
    private ulong[] _bits = new ulong[FirstCapacity];

    /// <summary>A term's hash above, and one more than its id below, at the slot its hash leads to, or 0; at most half full.</summary>
    private ulong[] _slots = new ulong[2 * FirstCapacity];

    public int Count { get; private set; }

    public Operator OperatorOf(Term term) => _operators[term.Id];

    public Sort SortOf(Term term) => _sorts[term.Id];

    /// <summary>An operand; only the first <see cref="TermWalk.ArityOf"/> mean anything.</summary>
    public Term Operand(Term term, int index) => new(index switch { 0 => _first[term.Id], 1 => _second[term.Id], _ => _third[term.Id] });

    /// <summary>The value of a constant.</summary>
    public ulong BitsOf(Term constant) => _bits[constant.Id];

    public bool IsConstant(Term term) => _operators[term.Id] == Operator.Constant;

    /// <summary>The name of an input.</summary>
    public string NameOf(Term input) =>
        _names[(int)_bits[input.Id]] is var (name, element) && element == NoElement ? name : FormattableString.Invariant($"{name}[{element}]");

    public Term Constant(Sort sort, ulong bits) => Find(Operator.Constant, sort, NoOperand, NoOperand, NoOperand, bits & sort.Mask);

    /// <summary>A new input; the caller sees to it that names differ.</summary>
    public Term Input(Sort sort, string name) => Input(sort, name, NoElement);

    /// <summary>The same for an element of an array, whose name is made when it is asked for.</summary>
    public Term Input(Sort sort, string name, int element)
    {
        _names.Add((name, element));
        return Find(Operator.Input, sort, NoOperand, NoOperand, NoOperand, (ulong)(_names.Count - 1));
    }

    /// <summary>A library function of one number or two, which have the sort of its result.</summary>
    public Term Call(string function, Term first, Term? second)
    {
        var number = _functions.IndexOf(function);
        if (number < 0)
        {
            number = _functions.Count;
            _functions.Add(function);
        }

        return Find(Operator.LibraryCall, SortOf(first), first.Id, second?.Id ?? NoOperand, NoOperand, (ulong)number);
    }

    /// <summary>The name of the function that is called.</summary>
    public string FunctionOf(Term call) => _functions[(int)_bits[call.Id]];

    public Term Apply(Operator operation, Sort sort, Term first, Term second, Term third) =>
        Find(operation, sort, first.Id, second.Id, third.Id, 0);

    private Term Find(Operator operation, Sort sort, int first, int second, int third, ulong bits)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        var hash = Hash(operation, sort, first, second, third, bits);
        var slot = (int)hash & mask;
        for (; slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if ((uint)(slots[slot] >> 32) != hash)
            {
                continue;
            }

            var id = (int)(uint)slots[slot] - 1;
            if (_first[id] == first && _second[id] == second && _third[id] == third && _operators[id] == operation
                && _bits[id] == bits && _sorts[id] == sort)
            {
                return new(id);
            }
        }

        if (Count == _operators.Length)
        {
            Grow();
            return Find(operation, sort, first, second, third, bits);
        }

        var made = Count++;
        (_operators[made], _sorts[made], _first[made], _second[made], _third[made], _bits[made]) = (operation, sort, first, second, third, bits);
        slots[slot] = ((ulong)hash << 32) | (uint)(made + 1);
        return new(made);
    }

    private void Grow()
    {
        var capacity = 2 * _operators.Length;
        Array.Resize(ref _operators, capacity);
        Array.Resize(ref _sorts, capacity);
        Array.Resize(ref _first, capacity);
        Array.Resize(ref _second, capacity);
        Array.Resize(ref _third, capacity);
        Array.Resize(ref _bits, capacity);
        var old = _slots;
        _slots = new ulong[2 * capacity];
        var mask = _slots.Length - 1;
        foreach (var entry in old)
        {
            if (entry == 0)
            {
                continue;
            }

            var slot = (int)(entry >> 32) & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = entry;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(Operator operation, Sort sort, int first, int second, int third, ulong bits)
    {
        var hash = ((ulong)(uint)first * 0x9E3779B97F4A7C15) ^ ((ulong)(uint)second * 0xC2B2AE3D27D4EB4F);
        hash ^= ((ulong)(uint)third * 0x165667B19E3779F9) ^ (bits * 0xD6E8FEB86659FD93);
        hash = (hash ^ ((ulong)operation << 32) ^ ((ulong)sort.Width << 40) ^ ((ulong)sort.Kind << 48)) * 0xFF51AFD7ED558CCD;
        return (uint)(hash >> 32);
    }
}
