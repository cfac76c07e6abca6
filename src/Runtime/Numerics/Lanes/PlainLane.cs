using System;

namespace GenNet;

/// <summary>
/// One lane of plain arithmetic. <see cref="MultiplyAdd"/> rounds twice here, also where there is a fused multiply-add: what is computed with it has
/// the same bits on every machine, which the other implementations promise on one machine only.
/// </summary>
internal readonly struct PlainLane(double value) : ILanes<PlainLane, double>
{
    public readonly double Value = value;

    private long Bits => BitConverter.DoubleToInt64Bits(Value);

    public static PlainLane All(double value) => new(value);

    public static PlainLane operator +(PlainLane left, PlainLane right) => new(left.Value + right.Value);

    public static PlainLane operator -(PlainLane left, PlainLane right) => new(left.Value - right.Value);

    public static PlainLane operator *(PlainLane left, PlainLane right) => new(left.Value * right.Value);

    public static PlainLane operator /(PlainLane left, PlainLane right) => new(left.Value / right.Value);

    public static PlainLane operator &(PlainLane left, PlainLane right) => Of(left.Bits & right.Bits);

    public static PlainLane operator |(PlainLane left, PlainLane right) => Of(left.Bits | right.Bits);

    public static PlainLane AndNot(PlainLane value, PlainLane mask) => Of(value.Bits & ~mask.Bits);

    public static PlainLane MultiplyAdd(PlainLane left, PlainLane right, PlainLane addend) => new(left.Value * right.Value + addend.Value);

    public static PlainLane Sqrt(PlainLane value) => new(Math.Sqrt(value.Value));

    public static PlainLane Less(PlainLane left, PlainLane right) => Mask(left.Value < right.Value);

    public static PlainLane Equal(PlainLane left, PlainLane right) => Mask(left.Value == right.Value);

    public static PlainLane Select(PlainLane mask, PlainLane ifSet, PlainLane ifNot) => Of((mask.Bits & ifSet.Bits) | (~mask.Bits & ifNot.Bits));

    public static PlainLane AtLeast(PlainLane value, PlainLane bound) => value.Value < bound.Value ? bound : value;

    public static PlainLane AtMost(PlainLane value, PlainLane bound) => value.Value > bound.Value ? bound : value;

    public static PlainLane ShiftLeft(PlainLane value, int count) => Of(value.Bits << count);

    public static PlainLane ShiftRight(PlainLane value, int count) => Of(value.Bits >>> count);

    public static PlainLane AddBits(PlainLane left, PlainLane right) => Of(unchecked(left.Bits + right.Bits));

    public static PlainLane SubtractBits(PlainLane left, PlainLane right) => Of(unchecked(left.Bits - right.Bits));

    private static PlainLane Of(long bits) => new(BitConverter.Int64BitsToDouble(bits));

    private static PlainLane Mask(bool set) => Of(set ? -1L : 0L);
}
