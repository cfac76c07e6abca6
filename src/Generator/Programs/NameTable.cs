using System.Collections.Generic;

namespace GenNet.Generator.Programs;

/// <summary>Unique names for what a program declares.</summary>
internal sealed class NameTable
{
    private readonly HashSet<string> _taken = [];
    private readonly Dictionary<string, int> _last = [];
    private int _nodes;

    /// <summary>Takes a name as it is.</summary>
    public void Take(string name) => _taken.Add(name);

    /// <summary>A name that nothing has yet: the one that is wanted, or that with a number.</summary>
    public string Unique(string wanted)
    {
        if (_taken.Add(wanted))
            return wanted;
        _last.TryGetValue(wanted, out int last);
        string name;
        do
            name = $"{wanted}{last = System.Math.Max(2, last + 1)}";
        while (!_taken.Add(name));
        _last[wanted] = last;
        return name;
    }

    /// <summary>A name for a node that the user gave none, which is still to be taken.</summary>
    public string NextNode()
    {
        do
            _nodes++;
        while (_taken.Contains($"t{_nodes}"));
        return $"t{_nodes}";
    }
}
