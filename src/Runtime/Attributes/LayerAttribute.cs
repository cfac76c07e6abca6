using System;

namespace GenNet;

/// <summary>What every layer attribute has. The layers of a network are the layer attributes of its class, in order.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    /// <summary>The prefix of the layer's tensors in the layout and in files; the index of the layer by default.</summary>
    public string? Name { get; set; }
}
