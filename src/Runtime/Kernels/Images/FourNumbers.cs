using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>Four numbers one behind the other.</summary>
/// <typeparam name="T">float or double.</typeparam>
[InlineArray(4)]
internal struct FourNumbers<T>
{
    private T _first;
}
