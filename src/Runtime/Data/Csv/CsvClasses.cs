using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace GenNet;

/// <summary>The classes of a label column: given, or collected as they occur.</summary>
internal sealed class CsvClasses
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>The given classes, or none yet.</summary>
    /// <exception cref="ArgumentException">A class is given twice.</exception>
    public CsvClasses(IReadOnlyList<string>? given)
    {
        _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        AreGiven = given is not null;
        foreach (string name in given ?? [])
        {
            if (!_numbers.TryAdd(name, _names.Count))
                throw new ArgumentException($"CsvOptions.Classes has '{name}' twice.", nameof(given));
            _names.Add(name);
        }
    }

    /// <summary>Whether other classes are an error.</summary>
    public bool AreGiven { get; }

    /// <summary>The classes so far.</summary>
    public int Count => _names.Count;

    /// <summary>The number of a class; a new one gets the next, unless the classes are given: -1 then.</summary>
    public int NumberOf(ReadOnlySpan<char> name)
    {
        if (_lookup.TryGetValue(name, out int number))
            return number;
        if (AreGiven)
            return -1;
        string added = name.ToString();
        _numbers.Add(added, _names.Count);
        _names.Add(added);
        return _names.Count - 1;
    }

    /// <summary>The names in the order of the target row, and for each number its place there.</summary>
    public (ImmutableArray<string> Names, int[] Places) Order()
    {
        int[] order = [.. Enumerable.Range(0, Count)];
        if (!AreGiven)
        {
            bool integers = _names.All(name => IsInteger(name, out _));
            order = integers
                ? [.. order.OrderBy(i => IsInteger(_names[i], out Int128 value) ? value : 0).ThenBy(i => _names[i], StringComparer.Ordinal)]
                : [.. order.OrderBy(i => _names[i], StringComparer.Ordinal)];
        }

        var places = new int[Count];
        for (int place = 0; place < order.Length; place++)
            places[order[place]] = place;
        return ([.. order.Select(i => _names[i])], places);
    }

    /// <summary>For messages: the first ones.</summary>
    public override string ToString() => string.Join(", ", _names.Take(20).Select(name => $"'{name}'")) + (Count > 20 ? ", ..." : "");

    private static bool IsInteger(string name, out Int128 value) => Int128.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
