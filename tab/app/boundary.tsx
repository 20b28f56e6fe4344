import { Component, type ReactNode } from 'react'

/** A page that could not be loaded or drawn (most often: a newer version is out) does not take the frame with it. */
export class Boundary extends Component<{ fallback: ReactNode; resetKey: string; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidUpdate(before: { resetKey: string }) {
    if (this.state.broken && before.resetKey !== this.props.resetKey) this.setState({ broken: false })
  }

  override render() {
    return this.state.broken ? this.props.fallback : this.props.children
  }
}
