using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace GenNet.Fuzz;

/// <summary>What a <see cref="ByteMutation"/> does.</summary>
public enum ByteMutationKind
{
    /// <summary>Inverts a bit.</summary>
    Flip,

    /// <summary>Sets a byte.</summary>
    Set,

    /// <summary>Ends the file at the place.</summary>
    Cut,

    /// <summary>Takes out a range.</summary>
    Remove,

    /// <summary>Puts equal bytes in.</summary>
    Insert,

    /// <summary>Puts equal bytes behind the end.</summary>
    Extend,

    /// <summary>Puts a range in a second time.</summary>
    Repeat,

    /// <summary>Goes on with another file.</summary>
    Splice,

    /// <summary>Overwrites 1, 2, 4 or 8 bytes by a number near a limit.</summary>
    Number,

    /// <summary>Replaces the next number in decimal digits.</summary>
    Decimal,
}

/// <summary>
/// One damage to the bytes of a file. It is a value: the same damages give the same bytes, and a case of several becomes smaller by leaving some out.
/// </summary>
/// <param name="Kind">What it does.</param>
/// <param name="Place">Where, from 0; beyond the end it begins anew.</param>
/// <param name="Length">How many bytes, where it concerns several.</param>
/// <param name="Value">The bit, byte or number.</param>
public readonly record struct ByteMutation(ByteMutationKind Kind, int Place, int Length, ulong Value)
{
    /// <summary>Headers stand in the first bytes: they are hit as often as all others together.</summary>
    private const int Header = 96;

    private static readonly ulong[] Limits =
    [
        0, 1, 2, 3, 7, 8, 127, 128, 255, 256, 32767, 32768, 65535, 65536, 99_999_999, 100_000_000, 0x3FFFFFFF, 0x40000000, 0x7FFFFFC7, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF,
        0x1_0000_0000, long.MaxValue / 8, long.MaxValue, 1UL << 63, ulong.MaxValue - 7, ulong.MaxValue,
    ];

    private static readonly string[] Decimals =
        ["-1", "-0", "1.5", "1e3", "1e400", "-1e-400", "01", "9223372036854775808", "18446744073709551616", "99999999999999999999999999", "NaN", "Infinity", ""];

    /// <summary>Some damages, from one to <paramref name="most"/>.</summary>
    public static List<ByteMutation> Several(Random random, int most = 4)
    {
        var mutations = new List<ByteMutation>();
        for (int count = random.Next(1, most + 1); mutations.Count < count;)
            mutations.Add(Any(random));
        return mutations;
    }

    /// <summary>A damage.</summary>
    public static ByteMutation Any(Random random)
    {
        var kind = (ByteMutationKind)random.Next(Enum.GetValues<ByteMutationKind>().Length);
        int place = random.Next(2) == 0 ? random.Next(Header) : random.Next();
        int length = random.Next(4) == 0 ? random.Next(1, 4096) : random.Next(1, 17);
        return new ByteMutation(kind, place, length, (ulong)random.NextInt64(long.MinValue, long.MaxValue));
    }

    /// <summary>The damaged file.</summary>
    /// <param name="content">The file, which stays as it is.</param>
    /// <param name="mutations">The damages, first one first.</param>
    /// <param name="other">What <see cref="ByteMutationKind.Splice"/> goes on with.</param>
    public static byte[] Apply(byte[] content, IEnumerable<ByteMutation> mutations, byte[] other)
    {
        foreach (ByteMutation mutation in mutations)
            content = mutation.Apply(content, other);
        return content;
    }

    /// <summary>The damaged file.</summary>
    /// <param name="content">The file, which stays as it is.</param>
    /// <param name="other">What <see cref="ByteMutationKind.Splice"/> goes on with.</param>
    public byte[] Apply(byte[] content, byte[] other)
    {
        if (content.Length == 0)
            return Kind is ByteMutationKind.Insert or ByteMutationKind.Extend ? Equal() : content;
        int place = Place % content.Length, length = Math.Min(Length, content.Length - place);
        return Kind switch
        {
            ByteMutationKind.Flip => With(content, place, (byte)(content[place] ^ (1 << (int)(Value % 8)))),
            ByteMutationKind.Set => With(content, place, (byte)Value),
            ByteMutationKind.Cut => content[..place],
            ByteMutationKind.Remove => [.. content[..place], .. content[(place + length)..]],
            ByteMutationKind.Insert => [.. content[..place], .. Equal(), .. content[place..]],
            ByteMutationKind.Extend => [.. content, .. Equal()],
            ByteMutationKind.Repeat => [.. content[..(place + length)], .. content[place..]],
            ByteMutationKind.Splice => [.. content[..place], .. other[Math.Min(other.Length, (int)(Value % 2) * place)..]],
            ByteMutationKind.Number => WithNumber(content, place),
            _ => WithDecimal(content, place),
        };
    }

    private static byte[] With(byte[] content, int place, byte value)
    {
        byte[] changed = [.. content];
        changed[place] = value;
        return changed;
    }

    private byte[] Equal()
    {
        var bytes = new byte[Length];
        bytes.AsSpan().Fill((byte)Value);
        return bytes;
    }

    private byte[] WithNumber(byte[] content, int place)
    {
        Span<byte> number = stackalloc byte[8];
        int size = 1 << (int)(Value % 4);
        ulong limit = Limits[Value / 8 % (ulong)Limits.Length];
        if (Value / 4 % 2 == 0)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(number, limit);
        }
        else
        {
            BinaryPrimitives.WriteUInt64BigEndian(number, limit);
            number = number[(8 - size)..];
        }

        byte[] changed = [.. content];

        // Numbers in headers stand at multiples of their size.
        Span<byte> rest = changed.AsSpan(place / size * size);
        number[..Math.Min(size, rest.Length)].CopyTo(rest);
        return changed;
    }

    private byte[] WithDecimal(byte[] content, int place)
    {
        int start = place;
        while (start < content.Length && !char.IsAsciiDigit((char)content[start]))
            start++;
        int end = start;
        while (end < content.Length && char.IsAsciiDigit((char)content[end]))
            end++;
        string text = Value % 2 == 0
            ? Limits[Value / 2 % (ulong)Limits.Length].ToString(CultureInfo.InvariantCulture)
            : Decimals[Value / 2 % (ulong)Decimals.Length];
        return [.. content[..start], .. Encoding.ASCII.GetBytes(text), .. content[end..]];
    }
}
